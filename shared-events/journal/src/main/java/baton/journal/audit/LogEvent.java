package baton.journal.audit;

import baton.journal.envelope.Envelope;

/** An event of this service as it stands on the log. */
record LogEvent(String topic, int partition, long offset, Envelope envelope, byte[] value) {}
