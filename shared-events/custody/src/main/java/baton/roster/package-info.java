/**
 * Who works where and for whom, who is there at an instant, and who has it in somebody's place:
 * pure functions over the roster's events. Source: design section 5, requirements R3, R4, R13.
 */
package baton.roster;
