/** Which identity register the court asks. */
import { EnvironmentError, type Environment } from '#adapters/config/environment.ts';
import { createHttpRegister } from '#adapters/identity/http-register.ts';
import type { IdentityRegister } from '#adapters/identity/identity-register.ts';
import { createSandboxRegister } from '#adapters/identity/sandbox-register.ts';

/** @throws EnvironmentError in production without KAITING_IDENTITY_URL. */
export function chooseIdentityRegister({ court, outside }: Environment<'outside'>): IdentityRegister {
  if (outside.identityUrl) return createHttpRegister(outside.identityUrl, outside.identityKey);
  if (court.mode === 'production') throw new EnvironmentError(['KAITING_IDENTITY_URL is not set: production needs an identity register']);
  return createSandboxRegister(court.mode);
}
