/** Everything on this machine by one command, and the commands that people type. */
package baton.local;
