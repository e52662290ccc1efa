/**
 * What makes the log provable to somebody who trusts neither it nor Baton: Merkle trees hashed as
 * RFC 6962 says, checkpoints as C2SP's tlog-checkpoint, signed-note and tlog-cosignature say, and
 * the verifier of an export. Needs the JDK and a JSON tokenizer; knows no clock, no network, no
 * database. The files' formats stand in docs/verifying.md.
 */
package baton.proof;
