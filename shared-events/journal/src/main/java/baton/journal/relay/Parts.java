package baton.journal.relay;

import baton.journal.clock.BusinessClock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a relay is made of, and what its thread shares with others.
 *
 * @param stores opens the relay's own session with its store
 * @param producers makes a producer from its settings
 * @param brokers reaches the broker for questions
 */
record Parts(
    RelaySettings settings,
    RelayDatabase.Opener stores,
    BusinessClock clock,
    SystemTime system,
    RelayParking parking,
    Function<Map<String, Object>, Producer<byte[], byte[]>> producers,
    Supplier<Broker> brokers,
    Signal signal,
    Beats beats,
    AtomicReference<RelayState> state,
    RelayMetrics metrics) {}
