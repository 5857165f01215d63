/** The English catalogue has exactly the keys of the Chinese one; the compiler says which is missing. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
