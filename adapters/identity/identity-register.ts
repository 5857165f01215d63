/** The register that real-name verification asks (G3): does this name belong to this identity number, and this phone? */
export interface IdentityClaim {
  name: string;
  /** 18 characters. */
  identityNumber: string;
  /** 11 digits; asked when the person signed in with it. */
  phone?: string;
}

export type IdentityAnswer =
  | { verified: true; /** The source that said so, kept with the person. */ source: string }
  | { verified: false; why: 'unknown' | 'nameDiffers' | 'phoneDiffers' };

export interface IdentityRegister {
  /** @throws when the register cannot be asked. */
  verify(claim: IdentityClaim): Promise<IdentityAnswer>;
}
