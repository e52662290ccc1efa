package baton.parts.access;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one user may do with one thing, from any host. What nobody granted is refused.
 *
 * @param resource the thing, or all whose names begin so
 * @param operations Kafka's; Read, Write and others bring Describe with them
 */
public record Grant(ResourcePattern resource, Set<AclOperation> operations) {
  private static final String ANY_HOST = "*";

  public Grant {
    operations = Set.copyOf(operations);
  }

  static Grant topic(String name, AclOperation... operations) {
    return of(ResourceType.TOPIC, name, PatternType.LITERAL, operations);
  }

  static Grant topicsFrom(String prefix, AclOperation... operations) {
    return of(ResourceType.TOPIC, prefix, PatternType.PREFIXED, operations);
  }

  static Grant group(String name) {
    return of(ResourceType.GROUP, name, PatternType.LITERAL, AclOperation.READ);
  }

  static Grant groupsFrom(String prefix) {
    return of(ResourceType.GROUP, prefix, PatternType.PREFIXED, AclOperation.READ);
  }

  static Grant transactionsFrom(String prefix) {
    return of(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, AclOperation.WRITE);
  }

  private static Grant of(
      ResourceType type, String name, PatternType pattern, AclOperation... operations) {
    return new Grant(new ResourcePattern(type, name, pattern), Set.of(operations));
  }

  /** Whether it speaks of the thing of this type and name. */
  public boolean covers(ResourceType type, String name) {
    if (resource.resourceType() != type) return false;
    return resource.patternType() == PatternType.PREFIXED
        ? name.startsWith(resource.name())
        : name.equals(resource.name());
  }

  /** As Kafka keeps it. */
  Stream<AclBinding> bindings(String user) {
    return operations.stream()
        .map(
            operation ->
                new AclBinding(
                    resource,
                    new AccessControlEntry(
                        LogUser.PRINCIPAL + user, ANY_HOST, operation, AclPermissionType.ALLOW)));
  }
}
