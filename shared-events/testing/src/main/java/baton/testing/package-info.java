/** A real database, a real broker and real tokens for the tests of every module. */
package baton.testing;
