import { expect, test } from '@jest/globals';
import { bigramsOf, searchTerms } from './queue-views.ts';

test.each([
  ['张三', ['张三']], ['  张三  买卖合同 ', ['张三', '买卖合同']], ['（2026）豫06民初１号', ['(2026)豫06民初1号']], ['ABC公司', ['abc公司']], ['', []], [undefined, []],
])('%j is asked as %j', (search, terms) => expect(searchTerms(search)).toEqual(terms));

test.each([['张三', ['张三']], ['买卖合同', ['买卖', '卖合', '合同']], ['张', []], ['哈哈哈', ['哈哈']], ['𠮷野家', ['𠮷野', '野家']]])('%s is kept as %j', (term, bigrams) => expect(bigramsOf(term)).toEqual(bigrams));
