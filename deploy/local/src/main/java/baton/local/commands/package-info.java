/** The command line: one class for each command, and nothing in them that another command needs. */
package baton.local.commands;
