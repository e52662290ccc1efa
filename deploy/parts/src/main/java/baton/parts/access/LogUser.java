package baton.parts.access;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Somebody whom the broker knows.
 *
 * @param name such as {@code intake} or {@code force-46}
 * @param what for, in a sentence
 * @param grants all that he may do
 */
public record LogUser(String name, String what, List<Grant> grants) {
  static final String PRINCIPAL = "User:";

  public LogUser {
    grants = List.copyOf(grants);
  }

  String principal() {
    return PRINCIPAL + name;
  }

  /** The same, under another name. */
  LogUser as(String other) {
    return new LogUser(other, what, grants);
  }

  Stream<AclBinding> bindings() {
    return grants.stream().flatMap(grant -> grant.bindings(name));
  }
}
