import type { ComponentProps } from 'react';
import { Link } from 'react-router';

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  href?: string;
}

/** What `href` means everywhere in MUI: within the app the router goes there, elsewhere it is an ordinary link. */
export function RouterLink({ href = '', children, ...rest }: Props) {
  if (href.startsWith('/')) {
    return (
      <Link to={href} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}
