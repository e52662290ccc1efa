/** How fast the log is read again: the sweep beside its ceiling and its peers. */
package baton.bench.sweep;
