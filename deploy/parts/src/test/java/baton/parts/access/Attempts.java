package baton.parts.access;

import static org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What one user tries with a client of Kafka's own; each answers whether the broker let him. */
final class Attempts implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> as;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;

  Attempts(Map<String, Object> as) {
    this.as = as;
    admin = Admin.create(as);
    producer = new KafkaProducer<>(as, new ByteArraySerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(as, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  boolean describe(String topic) {
    return allowed(admin.describeTopics(List.of(topic)).allTopicNames());
  }

  boolean write(String topic) {
    try {
      return allowed(producer.send(new ProducerRecord<>(topic, new byte[] {1})));
    } catch (KafkaException refusedBefore) {
      // Who may write nowhere gets no producer's number: the client keeps that refusal.
      if (refusedBefore.getCause() instanceof AuthorizationException) return false;
      throw refusedBefore;
    }
  }

  /** Until there is a record or a refusal: every topic holds one. */
  boolean read(String topic) {
    var place = new TopicPartition(topic, 0);
    consumer.assign(List.of(place));
    try {
      consumer.seek(place, 0);
      while (consumer.poll(POLL).isEmpty()) Thread.onSpinWait();
      return true;
    } catch (AuthorizationException refused) {
      return false;
    } finally {
      consumer.unsubscribe();
    }
  }

  /** Makes nothing: whoever may is told that it is there already. */
  boolean create(String topic) {
    var wanted = List.of(new NewTopic(topic, 1, (short) 1));
    return allowed(admin.createTopics(wanted, new CreateTopicsOptions().validateOnly(true)).all());
  }

  boolean delete(String topic) {
    return allowed(admin.deleteTopics(List.of(topic)).all());
  }

  boolean cut(String topic) {
    var none = RecordsToDelete.beforeOffset(0);
    return allowed(admin.deleteRecords(Map.of(new TopicPartition(topic, 0), none)).all());
  }

  boolean alter(String topic) {
    var setting = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), SET);
    var which = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return allowed(admin.incrementalAlterConfigs(Map.of(which, List.of(setting))).all());
  }

  boolean describeGroup(String group) {
    return allowed(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
  }

  /**
   * @param topic one that the user may read: both are asked for
   */
  boolean commit(String group, String topic) {
    var settings = new HashMap<>(as);
    settings.put("group.id", group);
    try (var member =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var place = new TopicPartition(topic, 0);
      member.assign(List.of(place));
      member.commitSync(Map.of(place, new OffsetAndMetadata(0)));
      return true;
    } catch (AuthorizationException refused) {
      return false;
    }
  }

  boolean transact(String id) {
    var settings = new HashMap<>(as);
    settings.put("transactional.id", id);
    try (var fenced =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      fenced.initTransactions();
      return true;
    } catch (AuthorizationException refused) {
      return false;
    }
  }

  /** Topics that the user is told of. */
  Set<String> visible() throws ExecutionException, InterruptedException {
    return admin.listTopics().names().get();
  }

  boolean seeGrants() {
    return allowed(admin.describeAcls(AclBindingFilter.ANY).values());
  }

  boolean seeUsers() {
    return allowed(admin.describeUserScramCredentials().all());
  }

  boolean givePassword(String user) {
    var wanted =
        new UserScramCredentialUpsertion(
            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192), "guessed-by-nobody");
    return allowed(admin.alterUserScramCredentials(List.of(wanted)).all());
  }

  /** Everything to the user. */
  boolean grant(String user) {
    var all =
        new AccessControlEntry("User:" + user, "*", AclOperation.ALL, AclPermissionType.ALLOW);
    var everywhere = new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL);
    return allowed(admin.createAcls(List.of(new AclBinding(everywhere, all))).all());
  }

  boolean takeGrants() {
    return allowed(admin.deleteAcls(List.of(AclBindingFilter.ANY)).all());
  }

  boolean alterBroker() {
    var setting = new AlterConfigOp(new ConfigEntry("log.cleaner.threads", "1"), SET);
    var which = new ConfigResource(ConfigResource.Type.BROKER, "1");
    return allowed(admin.incrementalAlterConfigs(Map.of(which, List.of(setting))).all());
  }

  boolean slow(String user) {
    var whom = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, user));
    var slow = new ClientQuotaAlteration.Op("producer_byte_rate", 1.0);
    return allowed(
        admin.alterClientQuotas(List.of(new ClientQuotaAlteration(whom, List.of(slow)))).all());
  }

  boolean deleteGroup(String group) {
    return allowed(admin.deleteConsumerGroups(List.of(group)).all());
  }

  /** Whoever writes under this id now can do so no longer. */
  boolean fence(String transactions) {
    return allowed(admin.fenceProducers(List.of(transactions)).all());
  }

  private static boolean allowed(Future<?> answer) {
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case AuthorizationException _ -> false;
        case TopicExistsException _ -> true;
        default -> throw new AssertionError(e.getCause());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
