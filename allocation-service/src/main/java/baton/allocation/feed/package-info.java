/**
 * What a force's system subscribes to: one ordered feed for each force, and the ways to read it.
 */
package baton.allocation.feed;
