/**
 * What a service does with what forces' systems send on their commands topics. Each service reads
 * them for itself and takes what is its own.
 */
package baton.platform.commands;
