import { expect, test } from '@jest/globals';
import { correctionFrom, correctionInputOf } from '#web/party/filing/correction-draft.ts';

const file = (fileId: string) => ({ fileId, name: `${fileId}.pdf`, bytes: 1, mediaType: 'application/pdf' });
const asked = [{ what: 'field:claims', why: '不具体' }, { what: 'missing:identity', why: '缺少' }, { what: 'material:f1', why: '不清楚' }];

test('what was asked for goes out, and nothing else that the draft still holds', () => {
  const draft = { explanation: ' 已补正 ', fields: { claims: ' 支付五万元 ', causeOfAction: '买卖合同纠纷' }, materials: { 'missing:identity': [file('a')], 'missing:other': [file('b')] } };
  expect(correctionInputOf('t', draft, asked)).toEqual({
    taskId: 't', explanation: '已补正', fields: { claims: '支付五万元' }, materials: [{ for: 'missing:identity', fileId: 'a', category: 'identity' }],
  });
});
test('an untouched field is not sent', () => expect(correctionInputOf('t', { ...correctionFrom(null), explanation: '说明' }, asked).fields).toEqual({}));
test('a draft of an older page is completed', () => expect(correctionFrom({ explanation: 'x' })).toEqual({ explanation: 'x', fields: {}, materials: {} }));
