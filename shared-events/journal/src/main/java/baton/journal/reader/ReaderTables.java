package baton.journal.reader;

/** What a reader keeps in the database of its service. */
record ReaderTables(
    BatchScope scope,
    CheckpointRows checkpoints,
    StreamPositions positions,
    ParkedRows parked,
    UnknownKept unknown) {}
