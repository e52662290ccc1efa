package baton.platform.testing;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.HoldsPersonalData;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.RegisterEvent;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import baton.journal.envelope.Topics;
import baton.journal.seal.DataKey;
import baton.journal.seal.Keyring;
import baton.journal.seal.Sealer;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Another service, as far as the log shows: what it says is sealed, enveloped, numbered in its
 * stream and keyed as that service's relay would do it.
 */
public final class OtherService implements AutoCloseable {
  private final String source;
  private final Keyring keyring;
  private final Sealer sealer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final EventCodec codec = new EventCodec();
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<ReferralId, DataKey> keys = new HashMap<>();

  /**
   * @param source such as {@code /intake-service}
   * @param keyring of the service under test, which shares it
   */
  public OtherService(String source, String kafka, Keyring keyring) {
    this.source = source;
    this.keyring = keyring;
    this.sealer = new Sealer(keyring);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Something about a referral, in the stream that bears its id. */
  public EventId says(ReferralEvent event) {
    return write(Topics.REFERRALS, event.referral(), event.referral().toString(), event);
  }

  /** Something on the register. */
  public EventId says(String stream, RegisterEvent event) {
    return write(Topics.REGISTER, null, stream, event);
  }

  /** The key under which it seals what it says of this referral. */
  public DataKey keyOf(ReferralId referral) {
    return keys.computeIfAbsent(referral, r -> keyring.fresh());
  }

  private EventId write(String topic, ReferralId referral, String stream, BatonEvent event) {
    var id = new EventId(UuidCreator.getTimeOrderedEpoch());
    String now = Times.text(Instant.now());
    var envelope =
        new Envelope(
            id.toString(),
            source,
            EventTypes.nameOf(event.getClass()),
            stream,
            referral == null ? null : referral.toString(),
            sequences.merge(stream, 0L, (last, first) -> last + 1),
            now,
            now,
            Actor.system(source.substring(1)).toString(),
            OrganisationCode.BATON.value(),
            null,
            null,
            Envelope.DEFAULT_MARKING,
            event instanceof MovesCustody,
            null,
            codec.data(sealed(event, id, referral)));
    byte[] key = stream.getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(new ProducerRecord<>(topic, key, envelope.bytes())).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the log did not take it", e);
    }
    return id;
  }

  private BatonEvent sealed(BatonEvent event, EventId id, ReferralId referral) {
    return Sealer.isOpen(event) ? seal((HoldsPersonalData<?, ?>) event, id, referral) : event;
  }

  private <T, E> BatonEvent seal(HoldsPersonalData<T, E> event, EventId id, ReferralId referral) {
    return (BatonEvent) event.withSealed(sealer.seal(event.sealed().open(), id, keyOf(referral)));
  }

  @Override
  public void close() {
    producer.close();
  }
}
