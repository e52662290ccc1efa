/**
 * A slice of the log and its proof as two files, which can be gone on with where they were cut off.
 */
package baton.local.export;
