import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createWebTransport } from './transport/web.ts';
import { createWebShell } from './transport/webShell.ts';

const root = document.getElementById('root');
const transport = createWebTransport();
if (root) createRoot(root).render(<App transport={transport} shell={createWebShell(transport)} />);
