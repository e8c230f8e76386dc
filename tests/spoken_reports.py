"""Small reports in other languages than English, in a notation of lines: '#' heads, '*' bullets, '|' cells of a row."""

from __future__ import annotations

from extractors.document import Block, Cell
from tests.documents import bullet, heading, para, table

FORMS = {
    "German": """
# Projektstatusbericht
| Projekt | Umbau Markthalle
| Projektnummer | MH-204
| Auftraggeberin | Renate Vogelsang
| Projektleiter | Tobias Krämer
| Berichtszeitraum | März 2025
| Stand | 3.4.2025
| Projektbeginn | 1. September 2024
| Geplantes Projektende | Ende Juni 2026
| Fertigstellungsgrad | 62,5 %
| Vom Auftraggeber freigegeben | Ja
## Gesamtstatus
| Bereich | Ampel | Vormonat | Begründung
| Gesamt | Gelb | Grün | Der Estrich trocknet langsamer.
| Termine | Rot | Gelb | Drei Wochen Verzug.
| Kosten | Im Plan | Grün | Die Aufträge liegen im Rahmen.
## Erledigte Arbeiten im Berichtszeitraum
* Estrich im Erdgeschoss eingebaut
* Stände der Händler vermessen
## Nächste Schritte
* Fliesenarbeiten bis 15.05.2025 beauftragen
## Risiken
| Nr. | Risiko | Eintrittswahrscheinlichkeit | Auswirkung | Maßnahme | Verantwortlich
| 1 | Lüftungsgerät kommt später | hoch | mittel | Mietgerät anfragen | Mia Sander
## Meilensteine
| Meilenstein | Plan | Prognose | Ist | Status
| Rohbau fertig | 28.02.2025 | | 27.02.2025 | erledigt
| Übergabe | 30.06.2026 | Mitte August 2026 | | gefährdet
## Budget
| Kostenart | Budget (T€) | Ist (T€) | Prognose (T€) | Abweichung (T€)
| Ausbau | 1.234,5 | 640,2 | 1.300,0 | 65,5
## Entscheidungsbedarf
* Freigabe der Mehrkosten durch den Lenkungsausschuss
""",
    "French": """
# Fiche projet
| Projet | Rénovation de la halle
| Référence | RH-204
| Maître d'ouvrage | Sylvie Garnier
| Cheffe de projet | Amélie Roussel
| Période | mars 2025
| Date du rapport | 3 avril 2025
| Date de début | 1er septembre 2024
| Fin prévue | fin juin 2026
| Avancement | 62,5 %
| Validé par le commanditaire | Oui
## Météo du projet
| Axe | Météo | Mois précédent | Commentaire
| Global | Orange | Vert | La chape sèche plus lentement.
| Délais | Rouge | Orange | Trois semaines de retard.
| Coûts | Conforme | Vert | Les marchés restent dans l'enveloppe.
## Travaux réalisés
* Chape du rez-de-chaussée coulée
* Étals des marchands mesurés
## Prochaines étapes
* Commander le carrelage avant le 15 mai 2025
## Risques
| N° | Risque | Probabilité | Impact | Action | Responsable
| 1 | Livraison tardive de la ventilation | élevée | moyen | Louer un appareil | Luc Perrin
## Jalons
| Jalon | Date prévue | Date révisée | Date réelle | Statut
| Fin du gros œuvre | 28/02/2025 | | 27/02/2025 | terminé
| Réception | 30/06/2026 | mi-août 2026 | | en retard
## Budget
| Poste | Budget (k€) | Dépensé (k€) | Prévision (k€) | Écart (k€)
| Aménagement | 1 234,5 | 640,2 | 1 300,0 | 65,5
## Arbitrages attendus
* Accord du comité de pilotage sur le surcoût
""",
    "Spanish": """
# Informe de seguimiento del proyecto
| Nombre del proyecto | Reforma del mercado
| Código del proyecto | RM-204
| Patrocinadora | Elena Robledo
| Jefe de proyecto | Tomás Herrero
| Periodo del informe | marzo de 2025
| Fecha del informe | 3 de abril de 2025
| Fecha de inicio | 1 de septiembre de 2024
| Fecha prevista de finalización | finales de junio de 2026
| % de avance | 62,5 %
| Aprobado por el patrocinador | Sí
## Estado general
| Área | Semáforo | Mes anterior | Comentarios
| General | Amarillo | Verde | El pavimento seca más despacio.
| Plazo | Rojo | Amarillo | Tres semanas de retraso.
| Costes | Según lo previsto | Verde | Los contratos están dentro del presupuesto.
## Actividades realizadas
* Pavimento de la planta baja terminado
* Puestos de los comerciantes medidos
## Próximos pasos
* Encargar los azulejos antes del 15 de mayo de 2025
## Riesgos
| Nº | Riesgo | Probabilidad | Impacto | Medidas de mitigación | Responsable
| 1 | La ventilación llega tarde | alta | medio | Alquilar un equipo | Marta Lozano
## Hitos
| Hito | Fecha prevista | Fecha reprogramada | Fecha real | Estado
| Fin de la estructura | 28/02/2025 | | 27/02/2025 | completado
| Entrega | 30/06/2026 | mediados de agosto de 2026 | | en riesgo
## Presupuesto
| Partida | Presupuesto (miles de €) | Ejecutado (miles de €) | Previsión (miles de €) | Desviación (miles de €)
| Acabados | 1.234,5 | 640,2 | 1.300,0 | 65,5
## Decisiones requeridas
* Autorización del sobrecoste por el comité
""",
    "Portuguese": """
# Relatório de acompanhamento do projeto
| Nome do projeto | Reforma do mercado
| Código do projeto | RM-204
| Patrocinadora | Helena Barreto
| Gerente do projeto | Tiago Moreira
| Período de referência | março de 2025
| Data do relatório | 3 de abril de 2025
| Data de início | 1º de setembro de 2024
| Previsão de término | final de junho de 2026
| % concluído | 62,5 %
| Aprovado pelo patrocinador | Sim
## Status geral
| Dimensão | Farol | Mês anterior | Comentários
| Geral | Amarelo | Verde | O piso seca mais devagar.
| Prazo | Vermelho | Amarelo | Três semanas de atraso.
| Custo | Conforme planejado | Verde | Os contratos estão dentro do orçamento.
## Atividades realizadas no período
* Piso do térreo concluído
* Bancas dos feirantes medidas
## Próximos passos
* Encomendar os azulejos até 15 de maio de 2025
## Riscos
| Nº | Risco | Probabilidade | Impacto | Plano de mitigação | Responsável
| 1 | A ventilação chega tarde | alta | médio | Alugar um aparelho | Marta Lopes
## Marcos
| Marco | Data prevista | Data reprogramada | Data real | Status
| Fim da estrutura | 28/02/2025 | | 27/02/2025 | concluído
| Entrega | 30/06/2026 | meados de agosto de 2026 | | atrasado
## Orçamento
| Rubrica | Orçado (R$ mil) | Realizado (R$ mil) | Projeção (R$ mil) | Desvio (R$ mil)
| Acabamentos | 1.234,5 | 640,2 | 1.300,0 | 65,5
## Decisões necessárias
* Autorização do custo adicional pelo comitê
""",
    "Italian": """
# Rapporto di avanzamento del progetto
| Nome del progetto | Recupero del mercato
| Codice progetto | RM-204
| Committente | Elena Ferraris
| Responsabile del progetto | Tommaso Rinaldi
| Periodo di riferimento | marzo 2025
| Data del rapporto | 3 aprile 2025
| Data di inizio | 1° settembre 2024
| Fine prevista | fine giugno 2026
| % completamento | 62,5 %
| Approvato dal committente | Sì
## Stato generale
| Area | Semaforo | Mese precedente | Commenti
| Complessivo | Giallo | Verde | Il massetto asciuga più lentamente.
| Tempi | Rosso | Giallo | Tre settimane di ritardo.
| Costi | In linea | Verde | I contratti sono nei limiti del budget.
## Attività svolte nel periodo
* Massetto del piano terra completato
* Banchi dei commercianti misurati
## Prossimi passi
* Ordinare le piastrelle entro il 15 maggio 2025
## Rischi
| N. | Rischio | Probabilità | Impatto | Azioni di mitigazione | Responsabile
| 1 | La ventilazione arriva in ritardo | alta | medio | Noleggiare un impianto | Marta Longhi
## Milestone
| Milestone | Data prevista | Data rivista | Data effettiva | Stato
| Fine strutture | 28/02/2025 | | 27/02/2025 | completato
| Consegna | 30/06/2026 | metà agosto 2026 | | in ritardo
## Budget
| Voce di costo | Budget (k€) | Consuntivo (k€) | Previsione a finire (migliaia di €) | Scostamento (k€)
| Finiture | 1.234,5 | 640,2 | 1.300,0 | 65,5
## Decisioni richieste
* Autorizzazione dei maggiori costi da parte del comitato guida
""",
    "Dutch": """
# Voortgangsrapportage
| Projectnaam | Verbouwing markthal
| Projectnummer | MH-204
| Opdrachtgever | Renate Vogels
| Projectleider | Tobias Kramer
| Rapportageperiode | maart 2025
| Rapportagedatum | 3 april 2025
| Startdatum | 1 september 2024
| Verwachte einddatum | eind juni 2026
| Percentage gereed | 62,5 %
| Akkoord opdrachtgever | Ja
## Projectstatus
| Aspect | Stoplicht | Vorige maand | Toelichting
| Totaal | Oranje | Groen | De dekvloer droogt langzamer.
| Tijd | Rood | Oranje | Drie weken vertraging.
| Geld | Op schema | Groen | De opdrachten blijven binnen het budget.
## Uitgevoerde werkzaamheden
* Dekvloer van de begane grond gelegd
* Kramen van de kooplieden ingemeten
## Volgende stappen
* Tegelwerk uiterlijk 15 mei 2025 opdragen
## Risico's
| Nr. | Risico | Kans | Gevolg | Beheersmaatregel | Eigenaar
| 1 | Ventilatie komt later | hoog | middel | Huurtoestel aanvragen | Mia Sanders
## Mijlpalen
| Mijlpaal | Gepland | Prognose | Gerealiseerd | Status
| Ruwbouw gereed | 28-02-2025 | | 27-02-2025 | afgerond
| Overdracht | 30-06-2026 | medio augustus 2026 | | vertraagd
## Financiën
| Kostenpost | Begroot (x € 1.000) | Besteed (x € 1.000) | Prognose (x € 1.000) | Afwijking (x € 1.000)
| Afbouw | 1.234,5 | 640,2 | 1.300,0 | 65,5
## Gevraagde besluiten
* Instemming van de stuurgroep met de meerkosten
""",
}
"""The same report as a form with tables, in each of the languages."""

LETTERS = {
    "German": """
# Statusbericht Radweg am Kanal
Berichtsmonat: 03/2025
Datum: Montag, 7. April 2025
Projektleitung: Birgit Hollmann
Gesamtstatus: Grün (Vormonat: Gelb)
## Zusammenfassung
Das Projekt ist zu 45 % abgeschlossen. Die Arbeiten kommen gut voran, und die Anwohner sind informiert.
## Was wurde erreicht?
* Brückengeländer montiert (Verantwortlich: Anke Reuter)
* Vermessung der Rampe ist mit dem Amt abgestimmt
## Ausblick
* Asphaltierung der Rampe
## Probleme und Risiken
* Es besteht das Risiko, dass der Belag nicht rechtzeitig geliefert wird.
## Entscheidungsbedarf
Derzeit keine Entscheidungen erforderlich.
""",
    "French": """
# Rapport d'avancement : Piste cyclable du canal
Période : 03/2025
Date : lundi 7 avril 2025
Chef de projet : Bernard Hollier
Statut global : Vert (mois précédent : Orange)
## Synthèse
Le projet est à 45 % réalisé. Les travaux avancent bien et les riverains sont informés.
## Faits marquants
* Garde-corps du pont posés (responsable : Anne Royer)
* Le relevé de la rampe est validé avec la mairie
## Perspectives
* Enrobé de la rampe
## Points de vigilance
* Il existe un risque que l'enrobé ne soit pas livré à temps.
## Arbitrages attendus
Aucun arbitrage attendu à ce stade.
""",
    "Spanish": """
# Informe de avance: Carril bici del canal
Periodo: 03/2025
Fecha: lunes 7 de abril de 2025
Responsable del proyecto: Bernardo Olmedo
Estado general: Verde (mes anterior: Amarillo)
## Resumen ejecutivo
El proyecto está al 45 % completado. Los trabajos avanzan bien y los vecinos están informados.
## Logros del periodo
* Barandilla del puente montada (responsable: Ana Royo)
* La medición de la rampa se ha acordado con el ayuntamiento
## Actividades previstas
* Asfaltado de la rampa
## Riesgos y problemas
* Existe el riesgo de que el asfalto no llegue a tiempo.
## Decisiones requeridas
No se requieren decisiones en este periodo.
""",
    "Portuguese": """
# Relatório de progresso: Ciclovia do canal
Período: 03/2025
Data: segunda-feira, 7 de abril de 2025
Gestor do projeto: Bernardo Oliveira
Estado geral: Verde (mês anterior: Amarelo)
## Resumo
O projeto está 45 % concluído. Os trabalhos avançam bem e os moradores foram informados.
## Principais realizações
* Guarda-corpo da ponte montado (responsável: Ana Rocha)
* A medição da rampa foi acordada com a câmara
## Atividades previstas
* Asfaltamento da rampa
## Pontos de atenção
* Existe o risco de que o asfalto não chegue a tempo.
## Decisões
Não há decisões pendentes no momento.
""",
    "Italian": """
# Relazione mensile: Pista ciclabile del canale
Periodo: 03/2025
Data: lunedì 7 aprile 2025
Capo progetto: Bernardo Olivieri
Stato generale: Verde (mese precedente: Giallo)
## Sintesi
Il progetto è al 45 % completato. I lavori procedono bene e i residenti sono stati informati.
## Risultati raggiunti
* Parapetto del ponte montato (responsabile: Anna Rocchi)
* Il rilievo della rampa è stato concordato con il comune
## Attività previste
* Asfaltatura della rampa
## Criticità
* Esiste il rischio che l'asfalto non arrivi in tempo.
## Decisioni richieste
Nessuna decisione richiesta al momento.
""",
    "Dutch": """
# Voortgangsrapportage: Fietspad langs het kanaal
Periode: 03/2025
Datum: maandag 7 april 2025
Projectleider: Bernard Holleman
Algemene status: Groen (vorige maand: Oranje)
## Samenvatting
Het project is voor 45 % gereed. De werkzaamheden verlopen goed en de bewoners zijn geïnformeerd.
## Behaalde resultaten
* Leuning van de brug gemonteerd (verantwoordelijke: Anke Ruiter)
* De opmeting van de helling is met de gemeente afgestemd
## Vooruitblik
* Asfalteren van de helling
## Aandachtspunten
* Er is een risico dat het asfalt niet op tijd wordt geleverd.
## Gevraagde besluiten
Er zijn op dit moment geen besluiten nodig.
""",
}
"""The same report in lines, in each of the languages."""


def blocks_of(report: str) -> list[Block]:
    """The blocks that the lines of a report stand for."""
    blocks: list[Block] = []
    rows: list[list[str | Cell]] = []
    for line in [*report.strip().splitlines(), ""]:
        if line.startswith("|"):
            cells: list[str | Cell] = [cell.strip() for cell in line.removeprefix("|").split("|")]
            rows.append(cells)
            continue
        if rows:
            blocks.append(table(*[[*row] for row in rows]))
            rows = []
        if line.startswith("#"):
            blocks.append(heading(line.strip("# "), level=line.count("#")))
        elif line.startswith("*"):
            blocks.append(bullet(line.strip("* ")))
        elif line:
            blocks.append(para(line))
    return blocks
