package baton.parts.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Puts users and grants in place at the broker, and takes them away; asked as the operator. */
public final class LogAccess {
  private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;

  /** Kafka's own least; passwords here are random, so more would only cost time. */
  private static final int ITERATIONS = 4096;

  private final Admin admin;

  public LogAccess(Admin admin) {
    this.admin = admin;
  }

  /** Those who are there in every installation, with these passwords and with no other grants. */
  public void settle(AccessKeys keys) {
    var passwords = new ArrayList<UserScramCredentialAlteration>();
    keys.passwords().forEach((user, password) -> passwords.add(upsertion(user, password)));
    // Sent together: each costs the controller a write.
    var written = admin.alterUserScramCredentials(passwords).all();
    grant(LogUsers.standing());
    Answers.of(written);
  }

  /** The user has this password from now on; who is in by an older one is asked within the hour. */
  public void password(LogUser user, String password) {
    Answers.of(admin.alterUserScramCredentials(List.of(upsertion(user.name(), password))).all());
  }

  /** Gives each what the list says, and takes from them what it says no more. */
  public void grant(Collection<LogUser> users) {
    Set<AclBinding> wanted = users.stream().flatMap(LogUser::bindings).collect(Collectors.toSet());
    Set<String> principals = users.stream().map(LogUser::principal).collect(Collectors.toSet());
    Set<AclBinding> there = new HashSet<>();
    for (AclBinding each : Answers.of(admin.describeAcls(AclBindingFilter.ANY).values()))
      if (principals.contains(each.entry().principal())) there.add(each);
    var lacking = wanted.stream().filter(each -> !there.contains(each)).toList();
    if (!lacking.isEmpty()) Answers.of(admin.createAcls(lacking).all());
    there.removeAll(wanted);
    if (!there.isEmpty())
      Answers.of(admin.deleteAcls(there.stream().map(AclBinding::toFilter).toList()).all());
  }

  /** Users who have a password here. */
  public Set<String> users() {
    return Set.copyOf(Answers.of(admin.describeUserScramCredentials().users()));
  }

  /** Names with grants that begin so. */
  public Set<String> granted(String prefix) {
    return Answers.of(admin.describeAcls(AclBindingFilter.ANY).values()).stream()
        .map(each -> each.entry().principal())
        .filter(each -> each.startsWith(LogUser.PRINCIPAL + prefix))
        .map(each -> each.substring(LogUser.PRINCIPAL.length()))
        .collect(Collectors.toSet());
  }

  /** Whoever has this name may do nothing any more, at once, also where he is in already. */
  public void revoke(String name) {
    var all =
        new AccessControlEntryFilter(
            LogUser.PRINCIPAL + name, null, AclOperation.ANY, AclPermissionType.ANY);
    Answers.of(
        admin.deleteAcls(List.of(new AclBindingFilter(ResourcePatternFilter.ANY, all))).all());
  }

  /** Nobody comes in by this name's password any more. */
  public void forget(String name) {
    Answers.of(
        admin
            .alterUserScramCredentials(List.of(new UserScramCredentialDeletion(name, MECHANISM)))
            .all());
  }

  private static UserScramCredentialAlteration upsertion(String user, String password) {
    return new UserScramCredentialUpsertion(
        user, new ScramCredentialInfo(MECHANISM, ITERATIONS), password);
  }
}
