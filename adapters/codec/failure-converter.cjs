/**
 * Moves the message and stack of a failure into a payload, so that the codec encrypts them too: a message may hold
 * what somebody wrote. CommonJS, because Temporal's SDK loads it with `require` in the client and the worker, and
 * bundles it into the workflow's sandbox.
 */
'use strict';
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
