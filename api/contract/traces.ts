/** Set on answers while traces are kept: the page then reports its own spans. */
export const tracesHeader = 'x-kaiting-traces';
