package baton.journal.relay;

import java.time.Duration;

/**
 * The transaction that holds back the horizon of every relay of this PostgreSQL, whichever database
 * it is in.
 *
 * @param application how its session names itself
 * @param age since it began, system time
 */
public record OldestTransaction(String application, String database, long pid, Duration age) {}
