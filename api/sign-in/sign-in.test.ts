import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anybody, signedIn } from '#api/operation.ts';
import { startTestApi, type TestApi } from '#api/testing/api-fixture.ts';
import { bindVerifiedPerson } from './verified-person.ts';

// One operation is enough to see who the server takes the caller for.
const router = {
  people: {
    me: signedIn.people.me.handler(({ context: { user } }) => ({ personId: user.personId, name: user.name, staff: user.staff, roles: user.roles, verified: user.verified, phone: user.phone })),
    court: anybody.people.court.handler(() => { throw new Error('not asked for'); }),
    verifyIdentity: signedIn.people.verifyIdentity.handler(async ({ input, context }) => {
      const personId = await bindVerifiedPerson(context.db, context.user, { ...input, source: 'test' });
      return { personId, name: input.name, staff: false, roles: [], verified: true, phone: context.user.phone };
    }),
  },
};

interface Problem { code: string; status: number; title: string; detail: string; messages: { zh: string; en: string }; data: { code?: string } }
interface Me { personId: string; name: string; staff: boolean; roles: string[]; verified: boolean; phone: string | null }

let court: TestApi;
beforeAll(async () => { court = await startTestApi(router); }, 60_000);
afterAll(async () => { await court.stop(); });

describe('staff', () => {
  test('sign in with name and password, and are who they are until they sign out', async () => {
    const browser = court.browser();
    expect((await browser.call<Problem>('GET', '/api/me')).status).toBe(401);
    const signedInAs = await browser.signInStaff('clerk');
    expect(signedInAs.status).toBe(200);
    expect(JSON.stringify(signedInAs.body)).not.toContain('token');
    expect(signedInAs.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await browser.call<Me>('GET', '/api/me')).body).toEqual({
      personId: '00000000-0000-4000-8000-000000000002', name: '陈书记', staff: true, roles: ['clerk'], verified: true, phone: null,
    });
    await browser.call('POST', '/api/auth/sign-out', {});
    expect((await browser.call('GET', '/api/me')).status).toBe(401);
  });

  test('a wrong password is told in the language of the browser', async () => {
    const browser = court.browser();
    const wrong = await browser.call<Problem>('POST', '/api/auth/sign-in/username', { username: 'clerk', password: 'not-the-password' }, { 'accept-language': 'en' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('content-type')).toMatch('application/problem+json');
    expect(wrong.body).toMatchObject({ code: 'INVALID_USERNAME_OR_PASSWORD', detail: 'The name or the password is wrong.', messages: { zh: '用户名或密码错误。' } });
  });

  test('what is no way of signing in is answered as such', async () => {
    const browser = court.browser();
    expect((await browser.call<Problem>('POST', '/api/auth/sign-in/username', { username: 'cl\u0000erk', password: 'x' })).status).toBe(400);
    // Fetch does not send it; others do.
    const { port } = new URL(court.base);
    const status = await new Promise((resolve, reject) => { request({ port, host: '127.0.0.1', method: 'TRACE', path: '/api/auth/get-session', headers: browser.headers() }, (answer) => { answer.resume(); resolve(answer.statusCode); }).on('error', reject).end(); });
    expect(status).toBe(404);
  });

  test('who left the court is nobody, from that moment on', async () => {
    const browser = court.browser();
    await browser.signInStaff('clerk2');
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
    const { sql } = court.api.running.services;
    await sql`update staff set active = false where username = 'clerk2'`;
    expect((await browser.call('GET', '/api/me')).status).toBe(401);
    await sql`update staff set active = true where username = 'clerk2'`;
  });

  test('there are no other doors: nobody makes an account or changes one', async () => {
    const browser = court.browser();
    for (const path of ['/sign-up/email', '/sign-in/email', '/update-user', '/list-sessions', '/phone-number/reset-password', '/is-username-available']) {
      expect((await browser.call<Problem>('POST', `/api/auth${path}`, {})).body.code).toBe('NOT_FOUND');
    }
  });

  test('a signed-in person cannot take another number: the verification signs in, and changes no account', async () => {
    const browser = court.browser();
    await browser.signInStaff('technician');
    await browser.call('POST', '/api/auth/phone-number/send-otp', { phoneNumber: '13900000077' });
    const { sql } = court.api.running.services;
    const [{ text }] = await sql<[{ text: string }]>`select text from sms_outbox where phone = '13900000077'`;
    const answer = await browser.call('POST', '/api/auth/phone-number/verify', { phoneNumber: '13900000077', code: /\d{6}/.exec(text)![0], updatePhoneNumber: true });
    expect(answer.status).toBe(400);
    expect(await sql`select 1 from auth_users where username = 'technician' and phone_number is not null`).toHaveLength(0);
  });
});

describe('parties', () => {
  test('sign in by a code, are people without a name, and are the same person the next time', async () => {
    const first = court.browser();
    expect((await first.signInPhone('13800000001')).status).toBe(200);
    const me = (await first.call<Me>('GET', '/api/me')).body;
    expect(me).toMatchObject({ name: '', staff: false, roles: [], verified: false, phone: '13800000001' });
    const second = court.browser();
    await second.signInPhone('13800000001');
    expect((await second.call<Me>('GET', '/api/me')).body.personId).toBe(me.personId);
  });

  test('a wrong, a used, a replaced and an expired code each say what they are', async () => {
    const browser = court.browser();
    const phone = '13800000002';
    const { sql } = court.api.running.services;
    const ask = () => browser.call('POST', '/api/auth/phone-number/send-otp', { phoneNumber: phone });
    const code = async () => /\d{6}/.exec((await sql<{ text: string }[]>`select text from sms_outbox where phone = ${phone} order by sent_at desc limit 1`)[0]!.text)![0];
    const enter = (entered: string) => browser.call<Problem>('POST', '/api/auth/phone-number/verify', { phoneNumber: phone, code: entered });

    expect((await enter('123456')).body).toMatchObject({ code: 'OTP_NOT_FOUND', data: { code: 'code-none' } });
    await ask();
    const right = await code();
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    expect((await enter(wrong)).body).toMatchObject({ code: 'INVALID_OTP', messages: { zh: '验证码错误，请核对后重新输入。' }, data: { code: 'code-wrong' } });
    expect((await enter(right)).status).toBe(200);
    expect((await enter(right)).body).toMatchObject({ code: 'OTP_NOT_FOUND', data: { code: 'code-used' } });
    await ask();
    const next = await code();
    if (next !== right) expect((await enter(right)).body).toMatchObject({ data: { code: 'code-used' } });
    await sql`update one_time_codes set expires_at = now() - interval '1 second'`;
    expect((await enter(next)).body).toMatchObject({ code: 'OTP_EXPIRED', data: { code: 'code-expired' } });
  });

  test('five wrong codes shut a code, although the sixth is right', async () => {
    const browser = court.browser();
    const phone = '13800000003';
    const { sql } = court.api.running.services;
    await browser.call('POST', '/api/auth/phone-number/send-otp', { phoneNumber: phone });
    const right = /\d{6}/.exec((await sql<{ text: string }[]>`select text from sms_outbox where phone = ${phone}`)[0]!.text)![0];
    const enter = (code: string) => browser.call<Problem>('POST', '/api/auth/phone-number/verify', { phoneNumber: phone, code });
    for (let wrong = 1; wrong <= 5; wrong += 1) expect((await enter(String((Number(right) + wrong) % 1_000_000).padStart(6, '0'))).body.code).toBe('INVALID_OTP');
    expect((await enter(right)).body).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', data: { code: 'code-too-many-tries' } });
  });

  test('of two who enter the same code at the same moment, one gets in', async () => {
    const phone = '13800000004';
    const { sql } = court.api.running.services;
    await court.browser().call('POST', '/api/auth/phone-number/send-otp', { phoneNumber: phone });
    const code = /\d{6}/.exec((await sql<{ text: string }[]>`select text from sms_outbox where phone = ${phone}`)[0]!.text)![0];
    const answers = await Promise.all([1, 2, 3, 4].map(() => court.browser().call('POST', '/api/auth/phone-number/verify', { phoneNumber: phone, code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  test('no code can be read from the database', async () => {
    const { sql } = court.api.running.services;
    await court.browser().call('POST', '/api/auth/phone-number/send-otp', { phoneNumber: '13800000005' });
    const [{ text }] = await sql<[{ text: string }]>`select text from sms_outbox where phone = '13800000005'`;
    const code = /\d{6}/.exec(text)![0];
    const kept = JSON.stringify([await sql`select * from auth_verifications`, await sql`select subject, code_hash from one_time_codes`]);
    expect(kept).toContain('13800000005');
    expect(kept).not.toContain(code);
  });

  test('what is no mobile number gets no code', async () => {
    const answer = await court.browser().call<Problem>('POST', '/api/auth/phone-number/send-otp', { phoneNumber: '12345' });
    expect(answer.body).toMatchObject({ status: 400, code: 'INVALID_PHONE_NUMBER' });
  });

  test('who was named to act for an organisation by name and phone alone is known by both; a name alone, or a phone alone, is nobody', async () => {
    const { sql } = court.api.running.services;
    const [acting, samePhone] = ['11111111-1111-4111-8111-111111111121', '11111111-1111-4111-8111-111111111122'];
    await sql`insert into persons (id, kind, name, phone) values (${samePhone}, 'natural', '李四', '13800000004'), (${acting}, 'natural', '赵六', '13800000004')`;
    for (const [id, personId] of [['11111111-1111-4111-8111-111111111131', acting], ['11111111-1111-4111-8111-111111111132', samePhone]] as const) {
      await sql`insert into participants (id, case_id, person_id, role) values (${id}, '11111111-1111-4111-8111-111111111140', ${personId}, 'defendant')`;
    }
    const browser = court.browser();
    await browser.signInPhone('13800000004');
    await browser.command('POST', '/api/identity/verification', { name: '赵六', identityNumber: '410811199511054044' });
    expect((await browser.call<Me>('GET', '/api/me')).body).toMatchObject({ personId: acting, name: '赵六', verified: true });
    expect(await sql`select identity_number from persons where id = ${samePhone}`).toEqual([{ identity_number: null }]);
  });

  test('a verified person is the one whom another party named before', async () => {
    const { sql } = court.api.running.services;
    const named = '11111111-1111-4111-8111-111111111111';
    await sql`insert into persons (id, kind, name, identity_number, phone) values (${named}, 'natural', '周八', '410803199210206067', '13800000006')`;
    const browser = court.browser();
    await browser.signInPhone('13800000006');
    const before = (await browser.call<Me>('GET', '/api/me')).body;
    await sql`insert into drafts (person_id, key, content) values (${before.personId}, 'filing', '{"claims":"还款"}')`;
    await browser.command('POST', '/api/identity/verification', { name: '周八', identityNumber: '410803199210206067' });
    expect((await browser.call<Me>('GET', '/api/me')).body).toMatchObject({ personId: named, name: '周八', verified: true });
    expect(await sql`select key from drafts where person_id = ${named}`).toHaveLength(1);
    const again = await browser.command<Problem>('POST', '/api/identity/verification', { name: '张三', identityNumber: '410602198503071010' });
    expect(again.body).toMatchObject({ code: 'REFUSED', data: { code: 'verified-as-another' } });
  });
});

describe('calls from elsewhere', () => {
  test('are refused when they would change something with a cookie', async () => {
    const browser = court.browser();
    await browser.signInStaff('judge');
    const foreign = await fetch(`${court.base}/api/auth/sign-out`, { method: 'POST', headers: { ...browser.headers(), origin: 'https://elsewhere.example' } });
    expect(foreign.status).toBe(403);
    const { origin: _, ...nameless } = browser.headers();
    expect((await fetch(`${court.base}/api/auth/sign-out`, { method: 'POST', headers: nameless })).status).toBe(403);
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
  });

  test('a cookie that was changed opens nothing', async () => {
    const browser = court.browser();
    await browser.signInStaff('judge');
    for (const [name, value] of browser.cookies) browser.cookies.set(name, value.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')));
    expect((await browser.call('GET', '/api/me')).status).toBe(401);
  });
});
