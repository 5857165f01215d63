import { describe, expect, test } from '@jest/globals';
import { parseShanghaiDay } from '#domain/calendar/day.ts';
import { causesOf, type CauseFamily } from './cause.ts';
import { causeLists, causesFor, checkCause, findCause } from './causes.ts';

describe.each(Object.values(causeLists))('$title', (list) => {
  test('says where its words are from and since when they are used', () => {
    expect(list.source).toMatch(/最高人民法院/);
    expect(parseShanghaiDay(list.from)).toBeDefined();
  });

  test('names each cause once, in both languages', () => {
    const names = causesOf(list).map((cause) => cause.name.zh);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { name } of causesOf(list)) {
      expect(name.zh).toMatch(/^[\p{Script=Han}、，（）]+$/u);
      expect(name.en).toMatch(/^[A-Z][ -~’]+$/);
    }
  });
});

test.each([
  // cause                           family       what is above it, the highest first
  ['民间借贷纠纷',                   'contract',   ['合同、准合同纠纷', '合同纠纷', '借款合同纠纷']],
  ['买卖合同纠纷',                   'contract',   ['合同、准合同纠纷', '合同纠纷']],
  ['不当得利纠纷',                   'contract',   ['合同、准合同纠纷']],
  ['所有权确认纠纷',                 'property',   ['物权纠纷', '物权保护纠纷', '物权确认纠纷']],
  ['追索劳动报酬纠纷',               'labour',     ['劳动争议、人事争议', '劳动争议', '劳动合同纠纷']],
  ['股东知情权纠纷',                 'company',    ['与公司、证券、保险、票据等有关的民事纠纷', '与公司有关的纠纷']],
  ['证券虚假陈述责任纠纷',           'securities', ['与公司、证券、保险、票据等有关的民事纠纷', '证券纠纷', '证券欺诈责任纠纷']],
  ['保险人代位求偿权纠纷',           'insurance',  ['与公司、证券、保险、票据等有关的民事纠纷', '保险纠纷', '财产保险合同纠纷']],
  ['票据追索权纠纷',                 'bills',      ['与公司、证券、保险、票据等有关的民事纠纷', '票据纠纷']],
  ['离婚纠纷',                       'family',     ['婚姻家庭、继承纠纷', '婚姻家庭纠纷']],
  ['机动车交通事故责任纠纷',         'tort',       ['侵权责任纠纷']],
  ['名誉权纠纷',                     'tort',       ['人格权纠纷']],
  ['商标权权属、侵权纠纷',           'other',      ['知识产权与竞争纠纷', '知识产权权属、侵权纠纷']],
] as [string, CauseFamily, string[]][])('%s belongs to %s', (name, family, above) => {
  expect(findCause('civil', name)).toMatchObject({ family, above: above.map((zh) => ({ zh })) });
});

test('a cause belongs to its own kind of case alone', () => {
  expect(findCause('criminal', '盗窃罪')).toBeDefined();
  expect(findCause('civil', '盗窃罪')).toBeUndefined();
  expect(findCause('administrative', '政府信息公开')).toBeDefined();
  expect(findCause('civil', '没有这样的纠纷')).toBeUndefined();
});

test('what is typed must be on the list', () => {
  expect(checkCause('civil', ' 民间借贷纠纷 ')).toMatchObject({ ok: true, value: { family: 'contract' } });
  expect(checkCause('civil', '借钱不还')).toMatchObject({ ok: false, code: 'cause-unknown', message: { zh: expect.stringContaining('民事案件案由规定') } });
});

test('the families that the rules on livestreams speak of are all there', () => {
  const families = new Set(causesFor('civil').map((cause) => cause.family));
  expect([...families].sort()).toEqual(['bills', 'company', 'contract', 'family', 'insurance', 'labour', 'other', 'property', 'securities', 'tort']);
});
