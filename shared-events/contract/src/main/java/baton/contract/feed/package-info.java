/**
 * The vocabulary of the feeds that forces subscribe to: the same documents over HTTP and, later, by
 * topic and webhook. Not part of the log: they are drawn from it.
 */
package baton.contract.feed;
