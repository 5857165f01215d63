/**
 * What stands under `/api` beside the contract's operations, because it streams, is signed instead of signed in, or is
 * better-auth's: as the OpenAPI document describes it. A test holds it to what the server answers.
 */
import { signatureHeader } from '#adapters/sms/receipts.ts';
import { uploadPurposes } from '#api/files/upload.ts';

type Schema = Readonly<Record<string, unknown>>;

const text = (more: Schema = {}): Schema => ({ type: 'string', ...more });
const uuid = text({ format: 'uuid' });
const day = text({ format: 'date' });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({ type: 'object', properties, required });
const at = (where: 'path' | 'query' | 'header', name: string, schema: Schema, more: Schema = {}) => ({ name, in: where, required: where === 'path', schema, ...more });
const sent = (type: string, schema: Schema) => ({ required: true, content: { [type]: { schema } } });
const answer = (description: string, type?: string, schema: Schema = {}) => ({ description, ...(type === undefined ? {} : { content: { [type]: { schema } } }) });
const json = (description: string, schema: Schema = {}) => answer(description, 'application/json', schema);

const fileTypes = ['application/pdf', 'image/png', 'image/jpeg', 'video/mp4', 'audio/mpeg', 'text/plain', 'application/octet-stream'];
const fileContent = { description: 'The file, or a part of it', content: Object.fromEntries([...fileTypes, 'application/*'].map((type) => [type, { schema: text({ format: 'binary' }) }])) };
const uploaded = object({ fileId: uuid, name: text(), bytes: { type: 'integer' }, mediaType: text(), sha256: text() });
const receipt = object({ id: text({ minLength: 1, maxLength: 200 }), key: text({ minLength: 1, maxLength: 300 }), state: text({ enum: ['delivered', 'failed'] }), at: text({ format: 'date-time' }), detail: text({ maxLength: 200 }) }, ['id', 'key', 'state', 'at']);
const phoneNumber = text({ pattern: '^1[3-9][0-9]{9}$' });

/** @param problems the answers with a problem document, by status */
export function streamPaths(problems: Readonly<Record<string, unknown>>): Record<string, Record<string, unknown>> {
  const operation = (operationId: string, responses: Record<string, unknown>, more: Schema = {}) => ({ operationId, ...more, responses: { ...responses, ...problems } });
  return {
    '/files': { post: operation('files.upload', { 200: json('Kept', uploaded) }, {
      requestBody: sent('multipart/form-data', object({ purpose: text({ enum: uploadPurposes }), caseId: uuid, file: text({ format: 'binary' }) }, ['purpose', 'file'])),
    }) },
    '/files/{fileId}': { get: operation('files.get', { 200: fileContent, 206: fileContent, 304: answer('The browser has it'), 416: answer('There is no such part') }, {
      parameters: [at('path', 'fileId', uuid), at('query', 'download', text(), { description: 'Offered for saving' })],
    }) },
    '/statistics.pdf': { get: operation('statistics.pdf', { 200: answer('The figures of the supervision desk', 'application/pdf', text({ format: 'binary' })) }, {
      parameters: [at('query', 'from', day, { required: true }), at('query', 'to', day, { required: true })],
    }) },
    '/live': { get: operation('live', { 200: answer('Live changes; the answer does not end', 'text/event-stream', text()) }) },
    '/sms/receipts': { post: operation('sms.receipt', { 204: answer('Taken') }, {
      parameters: [at('header', signatureHeader, text(), { description: 't=<seconds since 1970>,v1=<hex HMAC-SHA256 over "t.body">' })],
      requestBody: sent('application/json', receipt),
    }) },
    '/media/beacon': { post: operation('media.beacon', { 204: answer('Kept') }, {
      parameters: [at('query', 'hearing', uuid)], requestBody: sent('application/json', object({ events: { type: 'array', minItems: 1, maxItems: 20, items: object({ kind: text() }) } })),
    }) },
    '/traces': { post: operation('traces.report', { 204: answer('Kept') }, {
      requestBody: sent('application/json', object({ traceId: text(), spanId: text(), name: text(), beganAt: { type: 'number' }, endedAt: { type: 'number' }, status: { type: 'integer' } })),
    }) },
    '/auth/sign-in/username': { post: operation('auth.signIn', { 200: json('Signed in: the session is a cookie') }, { requestBody: sent('application/json', object({ username: text(), password: text() })) }) },
    '/auth/phone-number/send-otp': { post: operation('auth.sendCode', { 200: json('A code was sent') }, { requestBody: sent('application/json', object({ phoneNumber })) }) },
    '/auth/phone-number/verify': { post: operation('auth.verifyCode', { 200: json('Signed in: the session is a cookie') }, { requestBody: sent('application/json', object({ phoneNumber, code: text({ pattern: '^[0-9]{6}$' }) })) }) },
    '/auth/get-session': { get: operation('auth.session', { 200: json('The session, or null') }) },
    '/auth/sign-out': { post: operation('auth.signOut', { 200: json('Signed out') }) },
  };
}
