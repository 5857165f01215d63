import type { Catalogue } from '#web/i18n/zh/catalogue.ts';

export const repairs: Catalogue['repairs'] = {
  title: 'Failed steps ({{count}})', none: 'No failed steps.', shown: 'The oldest {{count}} are shown; the others follow when these are handled.',
  group: 'Steps: {{steps}}, cases: {{cases}}', first: 'First', last: 'Last', step: 'Step', error: 'Error', case: 'Case', attempts: 'Attempts', attemptsOf: '{{attempts}} · parked: {{times}}', since: 'Parked',
  noNumber: 'No number yet', irreversible: 'cannot be taken back', ambiguousMark: 'result unknown',
  does: 'What the step does', repeated: 'When it is tried again', without: 'Without it', effects: 'What the ledger knows of its effects', noEffects: 'Nothing in the ledger: nothing went out yet.', noLedger: 'The step has no effects in the ledger.',
  effect: { intended: 'about to go out, no answer', done: 'done', ambiguous: 'result unknown', failed: 'failed' },
  choose: 'Choose {{number}}', chooseAll: 'Choose all', chosen: '{{count}} chosen', open: 'Look and repair', close: 'Close', repairOne: 'Repair this step', input: 'Input', fullError: 'The whole error',
  action: { retry: 'Retry', skip: 'Skip', fail: 'Fail' }, reason: 'Reason', reasonMissing: 'Give a reason of at least two characters.',
  asksSecond: 'A skip or a failure is confirmed by somebody else of operations; until then the step stays as it is.', send: '{{action}}: {{count}} chosen',
  changes: 'What you changed', noChanges: 'Nothing changed yet.', field: 'Field', before: 'Before', after: 'After', added: '(added)', removed: '(taken out)', unfit: 'The input does not fit',
  bulk: {
    title: 'Many at once', progress: '{{done}} of {{total}} handled,', sent: '{{count}} succeeded.', failed: '{{count}} did not:', stop: 'Stop', stopped: 'Stopped; the others were not touched.', close: 'Close the report', working: 'Working…',
    afterRetry: 'What fails again comes back to the list above.', afterAsk: 'Asked for; somebody else of operations confirms.', afterConfirm: 'Decided.',
  },
  confirmations: {
    title: 'Waiting for a second person ({{count}})', explained: 'One asks, another confirms. Who asked can only take it back.', asked: '{{name}} asks to {{action}}', action: { skip: 'skip', fail: 'fail' }, why: 'Reason',
    confirm: 'Confirm the chosen', refuse: 'Refuse the chosen', takeBack: 'Take the chosen back', refuseReason: 'Why you refuse', mineOnly: 'All chosen are your own: you can only take them back.', mixed: 'Some of the chosen are your own and can only be taken back; choose them apart.', mine: 'asked by you', others: 'for you to decide',
  },
  ambiguous: {
    title: 'Effects with an unknown result ({{count}})', explained: 'The provider timed out or could not say: the court does not know whether it happened. Nothing is sent again by itself.', ask: 'Ask the provider', asking: 'Asking…', key: 'Key', at: 'Time',
    answer: {
      sent: 'The provider says: sent at {{at}}.', delivered: 'The provider says: sent at {{at}}, delivered at {{delivered}}.', unknown: 'The provider says: it never got this key.', unreachable: 'The provider cannot be asked now: {{detail}}', notAsked: 'There is no provider to ask about this effect.',
    },
    follows: {
      sent: 'Retry: the ledger notes it as done, nothing goes out again. Skip: the case takes it as not sent, though it was.', unknown: 'Retry: it goes out once, under the same key. Skip: it does not go out, and the case goes on so.', unreachable: 'Retry: the provider is asked first; while it cannot say, the result stays unknown and nothing goes out. Skip: the case takes it as not sent, whatever happened.', notAsked: 'Retry: compared with the ledger first, then done under the same key.',
    },
    waits: 'The step that waits for it', noStep: 'No step waits for it.',
  },
  handbook: {
    title: 'What to do', chapter: 'Operations handbook: {{chapter}}', failed: 'A failed step', ambiguous: 'An effect that may or may not have happened',
    failedLines: 'Read the error first. When its cause is gone, choose the whole group and retry. When the input is wrong, open the step and correct it: ids and legal facts alone, never names. Skip when the case can go on without it; fail when it cannot: the case then goes offline. Somebody else of operations confirms a skip or a failure.',
    ambiguousLines: 'Ask the provider first. It was sent: retry, the ledger notes it as done and nothing goes out again. It never got it: retry, it goes out once under the same key. It cannot be asked: wait until it can, do not skip.',
  },
};
