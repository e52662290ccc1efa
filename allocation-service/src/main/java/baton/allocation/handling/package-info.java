/**
 * Under which conditions a force may use what it is given (handling code C), and what of a referral
 * never leaves the NCA. Source: R40; the 3x5x2 intelligence grading, domain section 4.2.
 */
package baton.allocation.handling;
