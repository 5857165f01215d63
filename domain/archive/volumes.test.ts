import { expect, test } from '@jest/globals';
import { isArticleId } from '#domain/law/articles.ts';
import { volumeOf } from './volumes.ts';

test.each([
  // what,                 volume,          because of
  ['filing',               'main',          'G3'],
  ['notice',               'main',          'G4'],
  ['ruling',               'main',          'CPL-157'],
  ['evidence',             'main',          'G8'],
  ['transcript',           'main',          'G9'],
  ['signature-record',     'main',          'G9'],
  ['refusal-record',       'main',          'G9'],
  ['gap-explanation',      'main',          'REC-4'], // 附卷, signed by the judge
  ['disc',                 'confidential',  'N1'],    // 刻录光盘装入副卷
  ['disc-seal',            'confidential',  'N1'],
  ['disc-contents',        'confidential',  'N1'],
  ['recording',            'confidential',  'N1'],    // parties see it on application (G10)
  ['session-document',     'main',          'G1'],
  ['service-receipt',      'main',          'CPL-87'],
  ['recording-extract',    'confidential',  'G6(3)'], // 追责证据; it is part of the recording
  ['livestream-approval',  'confidential',  'N2'],    // 审批表装订入副卷备查
] as const)('%s goes into the %s volume by %s', (kind, volume, article) => {
  expect(volumeOf[kind].value).toBe(volume);
  expect(volumeOf[kind].articles).toContain(article);
});

test('every kind has its place and an article', () => {
  for (const { articles } of Object.values(volumeOf)) {
    expect(articles.length).toBeGreaterThan(0);
    expect(articles.every(isArticleId)).toBe(true);
  }
});
