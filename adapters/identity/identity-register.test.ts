/** The contract of the port, run against each implementation. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chooseIdentityRegister } from './choose.ts';
import { demonstrationPersons } from './demonstration-persons.ts';
import { createHttpRegister } from './http-register.ts';
import { createSandboxRegister } from './sandbox-register.ts';

const sandbox = createSandboxRegister('demonstration');
const server = createServer((request, response) => {
  void (async () => {
    let text = '';
    for await (const piece of request) text += String(piece);
    if (request.headers.authorization !== 'Bearer right') return response.writeHead(401).end();
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await sandbox.verify(JSON.parse(text) as never)));
  })();
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify`;
});
afterAll(() => { server.close(); });

describe.each([['the sandbox register', () => sandbox], ['a register by HTTP', () => createHttpRegister(url, 'right')]])('%s', (_name, register) => {
  const [person, other] = demonstrationPersons;

  test('verifies a person by name and number, and by phone when it is given', async () => {
    expect(await register().verify({ name: person.name, identityNumber: person.identityNumber })).toMatchObject({ verified: true });
    expect(await register().verify(person)).toMatchObject({ verified: true });
  });

  test('says what does not fit', async () => {
    expect(await register().verify({ ...person, name: other.name })).toEqual({ verified: false, why: 'nameDiffers' });
    expect(await register().verify({ ...person, phone: other.phone })).toEqual({ verified: false, why: 'phoneDiffers' });
    expect(await register().verify({ ...person, identityNumber: '110101199001011237' })).toEqual({ verified: false, why: 'unknown' });
  });
});

test('a register that cannot be asked is an error, not a refusal', async () => {
  await expect(createHttpRegister(url, 'wrong').verify(demonstrationPersons[0])).rejects.toThrow('401');
});

test('the sandbox does not exist in production, and production needs a register', () => {
  expect(() => createSandboxRegister('production')).toThrow('cannot exist outside the demonstration mode');
  const outside = { smsUrl: undefined, smsKey: undefined, smsReceiptSecret: undefined, identityUrl: undefined, identityKey: undefined, sealCertificate: undefined };
  expect(() => chooseIdentityRegister({ court: { mode: 'production', data: '/tmp', clock: 'real' }, outside })).toThrow('KAITING_IDENTITY_URL');
});
