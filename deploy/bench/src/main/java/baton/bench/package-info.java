/** Measurements of Baton against ceilings and peers, each in one run on one machine. */
package baton.bench;
