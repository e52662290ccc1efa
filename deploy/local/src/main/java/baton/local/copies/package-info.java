/** An installation that holds a copy of another one's log, to be read and not written. */
package baton.local.copies;
