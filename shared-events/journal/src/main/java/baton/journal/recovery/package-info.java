/**
 * Do a store and the log belong together? Asked before a service reads or publishes anything, and
 * by {@code baton recover}. Source: design section 3, "Loss and restore".
 */
package baton.journal.recovery;
