/**
 * A log of any size, made of whole lives of referrals. Each byte is a pure function of the seed, so
 * that the same log can be made again, in part or in another process.
 */
package baton.bench.log;
