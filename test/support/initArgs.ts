/** `gatehouse init` of Northwind, whose administrator is Ada; her password goes to standard input. */
export const INIT: readonly string[] = [
  'init',
  '--organisation',
  'Northwind',
  '--admin',
  'ada',
  '--admin-email',
  'ada@example.org',
];
