/** The register of the demonstration court. It knows a few made-up people and nobody else. */
import { demonstrationOnly, type Mode } from '#adapters/config/environment.ts';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import type { IdentityRegister } from '#adapters/identity/identity-register.ts';

/** @throws EnvironmentError outside the demonstration mode. */
export function createSandboxRegister(mode: Mode): IdentityRegister {
  demonstrationOnly(mode, 'The sandbox identity register');
  return {
    verify({ name, identityNumber, phone }) {
      const person = demonstrationPersons.find((known) => known.identityNumber === identityNumber.toUpperCase());
      if (!person) return Promise.resolve({ verified: false, why: 'unknown' });
      if (person.name !== name) return Promise.resolve({ verified: false, why: 'nameDiffers' });
      if (phone !== undefined && person.phone !== phone) return Promise.resolve({ verified: false, why: 'phoneDiffers' });
      return Promise.resolve({ verified: true, source: 'sandbox-register' });
    },
  };
}
