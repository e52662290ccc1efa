/** The secrets that an installation on one machine makes for itself at its first start. */
package baton.parts.keys;
