import { expect, test } from '@jest/globals';
import { closingReason, closingReasons } from './closing-reason.ts';

test.each([
  ['the court’s own words', closingReasons.mediationReceived.zh, 'Both parties have signed for the mediation agreement.'],
  ['two grounds that exclude', '案件涉及国家秘密，不得在线审理。；案件涉及商业秘密，不得在线审理。', 'The case concerns state secrets. The case concerns trade secrets.'],
  ['a person’s own words stay', '款项付清，双方和解', '款项付清，双方和解'],
])('%s', (_name, reason, en) => {
  expect(closingReason(reason)).toEqual({ zh: reason, en });
});
