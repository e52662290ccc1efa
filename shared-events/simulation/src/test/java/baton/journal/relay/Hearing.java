package baton.journal.relay;

import baton.horizon.Writer;
import baton.journal.envelope.Topics;
import baton.simulation.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Hears the simulated relays' heartbeats into the real register of them. */
public final class Hearing {
  private static final TopicPartition TOPIC = new TopicPartition(Topics.HEARTBEATS, 0);

  private final Heartbeats heartbeats = new Heartbeats();
  private int heard;

  public void hear(Log log) {
    List<Log.Entry> all = log.read(TOPIC);
    while (heard < all.size()) heartbeats.heard(parsed(all.get(heard++).value()));
  }

  private static Heartbeat parsed(byte[] bytes) {
    try {
      return Heartbeat.parse(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public Instant watermark(String source) {
    return heartbeats.of(source).map(Heartbeat::watermark).orElse(null);
  }

  public Writer writer(String source, Instant now, Duration silence) {
    return new Writer(source, watermark(source), heartbeats.silent(source, now, silence));
  }
}
