import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { direction, locale } from './language/current.ts';
import { createWebTransport } from './transport/web.ts';
import { createWebShell } from './transport/webShell.ts';

document.documentElement.lang = locale;
document.documentElement.dir = direction;
const root = document.getElementById('root');
const transport = createWebTransport();
if (root) createRoot(root).render(<App transport={transport} shell={createWebShell(transport)} />);
