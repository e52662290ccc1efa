/**
 * The two parts that Baton stands on, started on this machine: the real PostgreSQL binaries and a
 * real Kafka broker. Used by the local default and by tests on machines without a container engine.
 */
package baton.parts;
