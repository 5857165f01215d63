/** The papers that the parties bring: real PDF files with real text, made by the court's own PDF program. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '#adapters/programs/run-program.ts';
import { defendant, dispute, plaintiff } from './cast.ts';

export interface Papers {
  complaint: string;
  loanNote: string;
  transfer: string;
  repayment: string;
}

/** @param python the folder with the `weasyprint` program. @returns paths of the files, made in `folder`. */
export async function makePapers(folder: string, python: string): Promise<Papers> {
  await mkdir(folder, { recursive: true });
  const print = async (name: string, title: string, ...paragraphs: string[]) => {
    const file = path.join(folder, `${name}.pdf`);
    await runProgram({ program: path.join(python, 'weasyprint'), args: ['-', file], input: sheet(title, paragraphs) });
    return file;
  };
  const [complaint, loanNote, transfer, repayment] = await Promise.all([
    print(`民事起诉状-${plaintiff.name}`, '民事起诉状',
      `原告：${plaintiff.name}，公民身份号码 ${plaintiff.identityNumber}，联系电话 ${plaintiff.phone}。`,
      `被告：${defendant.name}，公民身份号码 ${defendant.identityNumber}，联系电话 ${defendant.phone}。`,
      '诉讼请求：', ...dispute.claims.split('\n'), '事实和理由：', dispute.factsAndReasons, `具状人：${plaintiff.name}`),
    print('借条', '借条', `今借到${plaintiff.name}人民币伍万元整（¥50,000），于 2026 年 3 月 5 日前归还。`, `借款人：${defendant.name}`, '2025 年 3 月 5 日'),
    print('转账凭证', '银行转账凭证', `付款人：${plaintiff.name}`, `收款人：${defendant.name}`, '金额：人民币 50,000.00 元', '日期：2025 年 3 月 5 日'),
    print('还款记录', '还款记录', `${defendant.name}于 2026 年 1 月 10 日通过银行转账向${plaintiff.name}归还人民币 10,000 元。`),
  ]);
  return { complaint, loanNote, transfer, repayment };
}

const sheet = (title: string, paragraphs: readonly string[]) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title>
<style>@page { size: A4; margin: 28mm 26mm } body { font: 12pt/1.8 "Noto Serif CJK SC", serif } h1 { text-align: center; font-size: 20pt } p { text-indent: 2em; margin: 0 }</style>
<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;
