/** One referral hand by hand, from its events alone. */
package baton.local.story;
