package baton.platform.commands;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The commands that a service takes from the forces' commands topics, contributed as a CDI bean; a
 * service without one reads none. They are those that {@link
 * baton.contract.feed.CommandNames#of(String)} says are its own.
 */
public interface ForceCommands {
  /** By name, what each has to name. */
  Map<String, Naming> words();

  /**
   * Does one by the rules of its own path: the caller is the force's system, for the person named.
   *
   * @return what its own path answers: {@code referralId}, {@code recorded}, {@code recordedTime},
   *     {@code number}; nothing personal, for the answer is kept and told
   * @throws RuntimeException what {@link baton.platform.Refusals} tells, among others
   */
  ObjectNode execute(CommandForm form);

  /** Whether it is neither done nor answered: an answer would lead to the same again. */
  default boolean passesOver(OrganisationCode force, CommandForm form) {
    return false;
  }
}
