/** What is sent out of Baton: how it is signed, and when it is tried again. */
package baton.platform.delivery;
