/**
 * The topics between Baton and the forces' own systems: which there are, and which instance of a
 * service works at which.
 */
package baton.platform.topics;
