import { describe, expect, it } from 'vitest';
import { suggestKinds } from '../../api/domain/kind-suggestion.ts';

describe('the suggestion of a kind', () => {
  it('hears it in everyday words', () => {
    const said: [string, string][] = [
      ['招商协议写明返还土地款，新来的领导说不认以前的约定', 'old_debt'],
      ['学校欠我们公司的工程款三年没付', 'arrears'],
      ['政府承诺的补贴一直没有兑现', 'promise'],
      ['我要举报他们弄虚作假', 'tip_off'],
      ['The new mayor does not honour the agreement', 'old_debt'],
      ['They owe us an unpaid invoice', 'arrears'],
    ];
    for (const [text, kind] of said) expect(suggestKinds(text)[0]?.kind, text).toBe(kind);
  });

  it('says which words spoke, and nothing where none did', () => {
    expect(suggestKinds('承诺的补贴没有兑现')[0]?.words).toEqual(['承诺', '补贴', '兑现']);
    expect(suggestKinds('天气很好')).toEqual([]);
  });
});
