package baton.escalation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "baton.escalation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Rules stay when frameworks go. The id library is a pure function: UUIDv5 of a name. */
  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      classes()
          .that()
          .resideInAPackage("..model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "baton.contract..",
              "baton.custody..",
              "baton.horizon..",
              "baton.decision..",
              "baton.escalation..model..",
              "com.github.f4b6a3.uuid..");

  /** Services meet on the log and nowhere else. */
  @ArchTest
  static final ArchRule no_service_knows_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("baton.intake..", "baton.risk..", "baton.allocation..");
}
