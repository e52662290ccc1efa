/**
 * Gives what somebody has who left, is suspended or long absent to who was named beforehand, and
 * takes back what is offered to him or her (R4). There is no list of what is still to do: it is
 * what such people still have, so whoever is stopped goes on where it was, and what one of them
 * accepts somewhere else in that moment is found as well.
 */
package baton.allocation.reversion;
