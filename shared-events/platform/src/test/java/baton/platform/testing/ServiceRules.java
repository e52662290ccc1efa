package baton.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import baton.platform.BatonConfig;
import baton.platform.wiring.LogConnection;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The rules that every service's architecture keeps. */
public final class ServiceRules {
  private static final List<String> SERVICES =
      List.of("intake", "risk", "allocation", "escalation");

  private ServiceRules() {}

  /**
   * Rules of the business stay when frameworks go: plain Java, the events, the fold and the
   * decisions.
   *
   * @param more packages of pure functions that this service's model may use as well
   */
  public static ArchRule theModelKnowsNoFramework(String service, String... more) {
    var allowed =
        Stream.of(
            "java..",
            "baton.contract..",
            "baton.custody..",
            "baton.decision..",
            "baton.roster..",
            "baton.policy..",
            "baton." + service + "..model..");
    return classes()
        .that()
        .resideInAPackage("..model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(allowed, Stream.of(more)).toArray(String[]::new));
  }

  /** Services meet on the log and nowhere else. */
  public static ArchRule noServiceKnowsAnother(String service) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "baton." + other + "..")
                .toArray(String[]::new));
  }

  /**
   * How the broker is reached, and what lets one in, is asked of {@link LogConnection} alone: a
   * client that is made from an address only is turned away by a broker that asks for a name.
   */
  public static ArchRule kafkaIsReachedByLogConnectionAlone() {
    return noClasses()
        .should()
        .callMethod(BatonConfig.class, "kafka")
        .orShould()
        .callMethod(BatonConfig.class, "kafkaClient")
        .orShould()
        .callMethod(BatonConfig.class, "kafkaClientFile")
        .as("nobody but LogConnection reads how Kafka is reached");
  }

  /** Time is an argument of the model, or the business clock's. */
  public static ArchRule nobodyAsksTheSystemWhatTimeItIs() {
    return noClasses().should().callMethod(Instant.class, "now");
  }
}
