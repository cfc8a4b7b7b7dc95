<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>CopernicusDataAccess</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected feature(s)</source>
        <translation>
            <numerusform>%Ln entité sélectionnée</numerusform>
            <numerusform>%Ln entités sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vertices</source>
        <translation>
            <numerusform>%Ln sommet</numerusform>
            <numerusform>%Ln sommets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access point(s)</source>
        <translation>
            <numerusform>%n point d’accès</numerusform>
            <numerusform>%n points d’accès</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n footprint(s)</source>
        <translation>
            <numerusform>%n empreinte</numerusform>
            <numerusform>%n empreintes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new above, go there</source>
        <translation>
            <numerusform>%n nouveau au-dessus, y aller</numerusform>
            <numerusform>%n nouveaux au-dessus, y aller</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n nouveau ↑</numerusform>
            <numerusform>%n nouveaux ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n produit</numerusform>
            <numerusform>%n produits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) found</source>
        <translation>
            <numerusform>%n produit trouvé</numerusform>
            <numerusform>%n produits trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copernicus Data Access</source>
        <translation>Accès aux données &amp;Copernicus</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>3 m</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 j</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 j</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>&lt; 10</source>
        <translation>&lt; 10</translation>
    </message>
    <message>
        <source>&lt; 20</source>
        <translation>&lt; 20</translation>
    </message>
    <message>
        <source>&lt; 40</source>
        <translation>&lt; 40</translation>
    </message>
    <message>
        <source>A licence is not accepted yet.</source>
        <translation>Une licence n’est pas encore acceptée.</translation>
    </message>
    <message>
        <source>A page arrived that is not data (perhaps a login page of your network).</source>
        <translation>Une page est arrivée au lieu de données (peut-être la page de connexion du réseau).</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>Acquisition</translation>
    </message>
    <message>
        <source>Acquired (UTC)</source>
        <translation>Acquisition (UTC)</translation>
    </message>
    <message>
        <source>Acquisitions from {first} to {last}, {shown} of {count} products</source>
        <translation>Acquisitions du {first} au {last}, {shown} sur {count} produits</translation>
    </message>
    <message>
        <source>Acquisitions in time, none yet</source>
        <translation>Acquisitions dans le temps, aucune pour l’instant</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Agriculture</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>All that were asked have answered; none has {collection} for this area, period and filters.</source>
        <translation>Tous les points d’accès interrogés ont répondu ; aucun n’a {collection} pour cette zone, cette période et ces filtres.</translation>
    </message>
    <message>
        <source>An answer came that cannot be used.</source>
        <translation>Une réponse inutilisable est arrivée.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Indifférent</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Area valid, {shape}, {size} square kilometres</source>
        <translation>Zone valide, {shape}, {size} kilomètres carrés</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascendante</translation>
    </message>
    <message>
        <source>Ask all ticked access points at the same time (Ctrl+Return)</source>
        <translation>Interroger en même temps tous les points d’accès cochés (Ctrl+Entrée)</translation>
    </message>
    <message numerus="yes">
        <source>Asking %n access point(s)</source>
        <translation>
            <numerusform>Interrogation de %n point d’accès</numerusform>
            <numerusform>Interrogation de %n points d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Fichiers</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln product(s) of each access point</source>
        <translation>
            <numerusform>Au plus %Ln produit par point d’accès</numerusform>
            <numerusform>Au plus %Ln produits par point d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <translation>Atmosphère</translation>
    </message>
    <message>
        <source>Autumn {years}</source>
        <translation>Automne {years}</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Backscatter HH</source>
        <translation>Rétrodiffusion HH</translation>
    </message>
    <message>
        <source>Backscatter HV</source>
        <translation>Rétrodiffusion HV</translation>
    </message>
    <message>
        <source>Backscatter VH</source>
        <translation>Rétrodiffusion VH</translation>
    </message>
    <message>
        <source>Backscatter VV</source>
        <translation>Rétrodiffusion VV</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Bounding box west, south, east, north in EPSG 4326</source>
        <translation>Emprise ouest, sud, est, nord en EPSG 4326</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <source>Browse collections by theme</source>
        <translation>Parcourir les collections par thème</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Vignettes</translation>
    </message>
    <message>
        <source>Choose a collection first.</source>
        <translation>Choisir d’abord une collection.</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>Choose what, where and when in the Search tab, or start with this.</source>
        <translation>Choisir quoi, où et quand dans l’onglet Recherche, ou commencer ainsi.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the area</source>
        <translation>Effacer la zone</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Effacer la sélection</translation>
    </message>
    <message>
        <source>Click the corners on the map. Return or a right click ends, Backspace goes back, Esc stops.</source>
        <translation>Cliquer les sommets sur la carte. Entrée ou clic droit : terminer, Retour arrière : revenir au précédent, Échap : arrêter.</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>Climat</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nuages</translation>
    </message>
    <message>
        <source>Cloud cover</source>
        <translation>Nébulosité</translation>
    </message>
    <message>
        <source>Cloud shadows</source>
        <translation>Ombres de nuages</translation>
    </message>
    <message>
        <source>Cloud, high probability</source>
        <translation>Nuages, probabilité élevée</translation>
    </message>
    <message>
        <source>Cloud, medium probability</source>
        <translation>Nuages, probabilité moyenne</translation>
    </message>
    <message>
        <source>Collection, period, filters and box in any order: sentinel-2-l2a 2026-08-22/2026-11-22 cloud&lt;=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. An end of the period may be .. for open; ranges are &lt;=60, &gt;=10 or 10..60.</source>
        <translation>Collection, période, filtres et emprise dans n’importe quel ordre : sentinel-2-l2a 2026-08-22/2026-11-22 cloud&lt;=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. Pour une période ouverte, écrire .. au début ou à la fin ; les intervalles s’écrivent &lt;=60, &gt;=10 ou 10..60.</translation>
    </message>
    <message>
        <source>Collection, search box</source>
        <translation>Collection, champ de recherche</translation>
    </message>
    <message>
        <source>Copernicus DEM, 30 m</source>
        <translation>Copernicus DEM, 30 m</translation>
    </message>
    <message>
        <source>Copernicus DEM, 90 m</source>
        <translation>Copernicus DEM, 90 m</translation>
    </message>
    <message>
        <source>Copernicus Data Access</source>
        <translation>Accès aux données Copernicus</translation>
    </message>
    <message>
        <source>Copernicus: downloading</source>
        <translation>Copernicus : téléchargement</translation>
    </message>
    <message>
        <source>Copernicus: searching</source>
        <translation>Copernicus : recherche</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy the area as WKT</source>
        <translation>Copier la zone en WKT</translation>
    </message>
    <message>
        <source>Copy the lines as text</source>
        <translation>Copier les lignes en texte</translation>
    </message>
    <message>
        <source>Copy the link (C)</source>
        <translation>Copier le lien (C)</translation>
    </message>
    <message>
        <source>Copy the search as text</source>
        <translation>Copier la recherche en texte</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Couvre</translation>
    </message>
    <message>
        <source>Covers area</source>
        <translation>Zone couverte</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descendante</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of the collection</source>
        <translation>Détails de la collection</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map. P draws a polygon, Esc stops.</source>
        <translation>Tracer un rectangle sur la carte. P : polygone, Échap : arrêter.</translation>
    </message>
    <message>
        <source>Drape</source>
        <translation>Draper</translation>
    </message>
    <message>
        <source>Drape the quicklook</source>
        <translation>Draper l’aperçu</translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation>Dessiner un polygone</translation>
    </message>
    <message>
        <source>Draw a rectangle</source>
        <translation>Dessiner un rectangle</translation>
    </message>
    <message>
        <source>Earth Search (Sentinel-2 on AWS)</source>
        <translation>Earth Search (Sentinel-2 sur AWS)</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Altitude</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 30 m, nearly the whole world, measured 2010–2015</source>
        <translation>Altitude de la surface, bâtiments et arbres compris, 30 m, presque le monde entier, mesurée en 2010–2015</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 90 m, the whole world, measured 2010–2015</source>
        <translation>Altitude de la surface, bâtiments et arbres compris, 90 m, monde entier, mesurée en 2010–2015</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Urgences</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Extra wide swath</source>
        <translation>Fauchée extra-large</translation>
    </message>
    <message>
        <source>False colour (infrared)</source>
        <translation>Fausses couleurs (infrarouge)</translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Filter the results by id, tile, platform or date</source>
        <translation>Filtrer les résultats par identifiant, tuile, plateforme ou date</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Follow the map</source>
        <translation>Suivre la carte</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Auprès de</translation>
    </message>
    <message>
        <source>From {date} on</source>
        <translation>À partir du {date}</translation>
    </message>
    <message>
        <source>HH</source>
        <translation>HH</translation>
    </message>
    <message>
        <source>HV</source>
        <translation>HV</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Points d’accès</translation>
    </message>
    <message>
        <source>Hide the access points</source>
        <translation>Masquer les points d’accès</translation>
    </message>
    <message>
        <source>How to write a search as text</source>
        <translation>Comment écrire une recherche en texte</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>In a larger area</source>
        <translation>Dans une zone plus grande</translation>
    </message>
    <message>
        <source>In another period</source>
        <translation>À une autre période</translation>
    </message>
    <message>
        <source>Interferometric wide swath</source>
        <translation>Interférométrique à large fauchée</translation>
    </message>
    <message>
        <source>Keep the footprints at the next search</source>
        <translation>Garder les empreintes à la prochaine recherche</translation>
    </message>
    <message>
        <source>Keep the selected products on the disk (D)</source>
        <translation>Conserver les produits sélectionnés sur le disque (D)</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Terres</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Last {period}</source>
        <translation>Depuis {period}</translation>
    </message>
    <message>
        <source>Lay the quicklook on the map (Q)</source>
        <translation>Poser l’aperçu sur la carte (Q)</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>Couche {layer}</translation>
    </message>
    <message>
        <source>Least cloud</source>
        <translation>Moins nuageux</translation>
    </message>
    <message>
        <source>Left and Right move the first day, with Shift the last, with Alt both</source>
        <translation>Gauche et Droite déplacent le premier jour, avec Maj le dernier, avec Alt les deux</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charger</translation>
    </message>
    <message>
        <source>Load with another band combination</source>
        <translation>Charger avec une autre combinaison de bandes</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>MGRS tile</source>
        <translation>Tuile MGRS</translation>
    </message>
    <message>
        <source>Map view</source>
        <translation>Vue de la carte</translation>
    </message>
    <message>
        <source>Marine</source>
        <translation>Milieu marin</translation>
    </message>
    <message>
        <source>Matching collections</source>
        <translation>Collections correspondantes</translation>
    </message>
    <message>
        <source>Microsoft Planetary Computer</source>
        <translation>Microsoft Planetary Computer</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More about this search</source>
        <translation>Options de cette recherche</translation>
    </message>
    <message>
        <source>More to do with the selected products</source>
        <translation>Autres actions sur les produits sélectionnés</translation>
    </message>
    <message>
        <source>More ways to give an area</source>
        <translation>Autres façons de définir la zone</translation>
    </message>
    <message>
        <source>Most coverage</source>
        <translation>Plus couvrants</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Récents d’abord</translation>
    </message>
    <message>
        <source>No access point holds {collection} at the moment.</source>
        <translation>Aucun point d’accès ne propose {collection} actuellement.</translation>
    </message>
    <message>
        <source>No area: the whole world is searched</source>
        <translation>Aucune zone : recherche dans le monde entier</translation>
    </message>
    <message>
        <source>No collection has these words.</source>
        <translation>Aucune collection ne contient ces mots.</translation>
    </message>
    <message>
        <source>No connection to the internet (the proxy does not answer).</source>
        <translation>Pas de connexion à Internet (le proxy ne répond pas).</translation>
    </message>
    <message>
        <source>No connection to the internet (the proxy {proxy} does not answer).</source>
        <translation>Pas de connexion à Internet (le proxy {proxy} ne répond pas).</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Pas de données</translation>
    </message>
    <message>
        <source>No product matches</source>
        <translation>Aucun produit ne correspond</translation>
    </message>
    <message>
        <source>No search was made yet.</source>
        <translation>Aucune recherche effectuée.</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Aucune réponse</translation>
    </message>
    <message>
        <source>Not vegetated</source>
        <translation>Sans végétation</translation>
    </message>
    <message>
        <source>Nothing is selected. Select features on the map first.</source>
        <translation>Aucune sélection. Sélectionner d’abord des entités sur la carte.</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Aucune recherche effectuée</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Aucune sélection</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Anciens d’abord</translation>
    </message>
    <message>
        <source>One month earlier</source>
        <translation>Un mois plus tôt</translation>
    </message>
    <message>
        <source>Only {free} are free in the download folder; {needed} are needed.</source>
        <translation>Il ne reste que {free} dans le dossier de téléchargement ; il faut {needed}.</translation>
    </message>
    <message>
        <source>Open QGIS's network options</source>
        <translation>Ouvrir les options réseau de QGIS</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbite</translation>
    </message>
    <message>
        <source>Orbit direction</source>
        <translation>Sens de l’orbite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Tri</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Paste an area (WKT or box)</source>
        <translation>Coller une zone (WKT ou emprise)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Polarisation</source>
        <translation>Polarisation</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>QGIS may not write to the download folder.</source>
        <translation>QGIS n’a pas le droit d’écrire dans le dossier de téléchargement.</translation>
    </message>
    <message>
        <source>QGIS may not write to {file}.</source>
        <translation>QGIS n’a pas le droit d’écrire dans {file}.</translation>
    </message>
    <message>
        <source>QGIS may not write to {folder}.</source>
        <translation>QGIS n’a pas le droit d’écrire dans {folder}.</translation>
    </message>
    <message>
        <source>Radar backscatter, 10–40 m, through clouds and at night, every 6–12 days, since 2014</source>
        <translation>Rétrodiffusion radar, 10–40 m, de nuit et par temps couvert, 6–12 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Reading {layer}…</source>
        <translation>Lecture de {layer}…</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Relative orbit</source>
        <translation>Orbite relative</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellite</translation>
    </message>
    <message>
        <source>Saturated or defective</source>
        <translation>Saturé ou défectueux</translation>
    </message>
    <message>
        <source>Scene classification</source>
        <translation>Classification de la scène</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message numerus="yes">
        <source>Search %n access point(s)</source>
        <translation>
            <numerusform>Chercher auprès de %n point d’accès</numerusform>
            <numerusform>Chercher auprès de %n points d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Search and download: everyone, without an account. Nobody promises that it always works.</source>
        <translation>Recherche et téléchargement : pour tous, sans compte. Aucune garantie de disponibilité.</translation>
    </message>
    <message>
        <source>Search and download: everyone, without an account. Sentinel-1 and Sentinel-2 L1C files lie where the reader pays Amazon: they can be found here, but not loaded.</source>
        <translation>Recherche et téléchargement : pour tous, sans compte. Les fichiers Sentinel-1 et Sentinel-2 L1C se trouvent là où le lecteur paie Amazon : ils peuvent être trouvés ici, mais pas chargés.</translation>
    </message>
    <message numerus="yes">
        <source>Search found %n product(s)</source>
        <translation>
            <numerusform>La recherche a trouvé %n produit</numerusform>
            <numerusform>La recherche a trouvé %n produits</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the map view again whenever the map has moved</source>
        <translation>Relancer la recherche sur la vue de la carte à chaque déplacement</translation>
    </message>
    <message>
        <source>Search, stream and download Copernicus data</source>
        <translation>Rechercher, afficher et télécharger les données Copernicus</translation>
    </message>
    <message>
        <source>Searches made before</source>
        <translation>Recherches précédentes</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Sentinel-1</source>
        <translation>Sentinel-1</translation>
    </message>
    <message>
        <source>Sentinel-1 GRD</source>
        <translation>Sentinel-1 GRD</translation>
    </message>
    <message>
        <source>Sentinel-1 RTC</source>
        <translation>Sentinel-1 RTC</translation>
    </message>
    <message>
        <source>Sentinel-1, Sentinel-2 and the Copernicus elevation model as cloud-optimised files on Azure, in Western Europe.</source>
        <translation>Sentinel-1, Sentinel-2 et le modèle d’élévation Copernicus en fichiers optimisés pour le cloud sur Azure, en Europe de l’Ouest.</translation>
    </message>
    <message>
        <source>Sentinel-1A</source>
        <translation>Sentinel-1A</translation>
    </message>
    <message>
        <source>Sentinel-1B</source>
        <translation>Sentinel-1B</translation>
    </message>
    <message>
        <source>Sentinel-1C</source>
        <translation>Sentinel-1C</translation>
    </message>
    <message>
        <source>Sentinel-1D</source>
        <translation>Sentinel-1D</translation>
    </message>
    <message>
        <source>Sentinel-2</source>
        <translation>Sentinel-2</translation>
    </message>
    <message>
        <source>Sentinel-2 L1C</source>
        <translation>Sentinel-2 L1C</translation>
    </message>
    <message>
        <source>Sentinel-2 L2A</source>
        <translation>Sentinel-2 L2A</translation>
    </message>
    <message>
        <source>Sentinel-2 L2A, Collection 1</source>
        <translation>Sentinel-2 L2A, Collection 1</translation>
    </message>
    <message>
        <source>Sentinel-2 of the map view, last 30 days</source>
        <translation>Sentinel-2 dans la vue, 30 derniers jours</translation>
    </message>
    <message>
        <source>Sentinel-2 surface reflectance as cloud-optimised files that stream well, and the Copernicus elevation model, on Amazon Web Services.</source>
        <translation>Réflectance de surface Sentinel-2 en fichiers optimisés pour la lecture en flux, et modèle d’élévation Copernicus, sur Amazon Web Services.</translation>
    </message>
    <message>
        <source>Sentinel-2A</source>
        <translation>Sentinel-2A</translation>
    </message>
    <message>
        <source>Sentinel-2B</source>
        <translation>Sentinel-2B</translation>
    </message>
    <message>
        <source>Sentinel-2C</source>
        <translation>Sentinel-2C</translation>
    </message>
    <message>
        <source>Short-wave infrared</source>
        <translation>Infrarouge à ondes courtes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show the access points</source>
        <translation>Afficher les points d’accès</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Légers d’abord</translation>
    </message>
    <message>
        <source>Snow or ice</source>
        <translation>Neige ou glace</translation>
    </message>
    <message>
        <source>Something went wrong. The log says more.</source>
        <translation>Une erreur s’est produite. Le journal en dit plus.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Spring {years}</source>
        <translation>Printemps {years}</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the running search (Esc)</source>
        <translation>Arrêter la recherche en cours (Échap)</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Arrêter la recherche</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Recherche arrêtée</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Stream the selected products to the map (L)</source>
        <translation>Afficher les produits sélectionnés sur la carte, sans les télécharger (L)</translation>
    </message>
    <message>
        <source>Stripmap</source>
        <translation>Stripmap</translation>
    </message>
    <message>
        <source>Summer {years}</source>
        <translation>Été {years}</translation>
    </message>
    <message>
        <source>Surface reflectance, 10–60 m, every 5 days, since 2015</source>
        <translation>Réflectance de surface, 10–60 m, 5 j, depuis 2015</translation>
    </message>
    <message>
        <source>Surface reflectance, 10–60 m, the archive processed anew in one way, since 2015</source>
        <translation>Réflectance de surface, 10–60 m, archive retraitée de façon homogène, depuis 2015</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Take a layer</source>
        <translation>Utiliser une couche</translation>
    </message>
    <message>
        <source>Take the map view</source>
        <translation>Utiliser la vue de la carte</translation>
    </message>
    <message>
        <source>Take the selected features</source>
        <translation>Utiliser les entités sélectionnées</translation>
    </message>
    <message>
        <source>Terrain-corrected radar backscatter (gamma nought), 10 m, since 2014</source>
        <translation>Rétrodiffusion radar corrigée du relief (gamma zéro), 10 m, depuis 2014</translation>
    </message>
    <message>
        <source>The account was refused. Check it, then try again.</source>
        <translation>Le compte a été refusé. Le vérifier, puis réessayer.</translation>
    </message>
    <message>
        <source>The answer is too large and was stopped. Ask for a smaller area or period.</source>
        <translation>La réponse est trop grande et a été arrêtée. Réduire la zone ou la période.</translation>
    </message>
    <message>
        <source>The answer of {place} is larger than {limit} and was stopped. Ask for a smaller area or period.</source>
        <translation>La réponse de {place} dépasse {limit} et a été arrêtée. Réduire la zone ou la période.</translation>
    </message>
    <message>
        <source>The area cannot be brought from {crs} into longitude and latitude.</source>
        <translation>La zone ne peut pas être convertie de {crs} en longitude et latitude.</translation>
    </message>
    <message>
        <source>The area cannot be brought into longitude and latitude.</source>
        <translation>La zone ne peut pas être convertie en longitude et latitude.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted. If your network inspects traffic, add its authority to QGIS.</source>
        <translation>Le certificat de {host} n’est pas reconnu. Si le réseau inspecte le trafic, ajouter son autorité de certification dans QGIS.</translation>
    </message>
    <message>
        <source>The collection is not there.</source>
        <translation>La collection n’existe pas.</translation>
    </message>
    <message>
        <source>The collection {collection} is not there.</source>
        <translation>La collection {collection} n’existe pas.</translation>
    </message>
    <message>
        <source>The connection ended early.</source>
        <translation>La connexion s’est interrompue.</translation>
    </message>
    <message>
        <source>The connection to {place} ended early.</source>
        <translation>La connexion à {place} s’est interrompue.</translation>
    </message>
    <message>
        <source>The connection to {place} ended early: {received} of {expected} arrived.</source>
        <translation>La connexion à {place} s’est interrompue : {received} sur {expected} reçus.</translation>
    </message>
    <message>
        <source>The disk with the download folder is full.</source>
        <translation>Le disque du dossier de téléchargement est plein.</translation>
    </message>
    <message>
        <source>The download folder cannot be used.</source>
        <translation>Le dossier de téléchargement est inutilisable.</translation>
    </message>
    <message>
        <source>The file arrived complete but its checksum ({algorithm}) differs. It was removed.</source>
        <translation>Le fichier est arrivé complet mais sa somme de contrôle ({algorithm}) diffère. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The file arrived complete but its checksum differs. It was removed.</source>
        <translation>Le fichier est arrivé complet mais sa somme de contrôle diffère. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The file cannot be read. Remove it and download it again.</source>
        <translation>Le fichier est illisible. Le supprimer et le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>The file has another length than announced. It was removed.</source>
        <translation>Le fichier n’a pas la taille annoncée. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The file of {place} has {received} instead of {expected}. It was removed.</source>
        <translation>Le fichier de {place} fait {received} au lieu de {expected}. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The filters of this list hide all products</source>
        <translation>Les filtres de cette liste masquent tous les produits</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Le premier jour est après le dernier.</translation>
    </message>
    <message>
        <source>The lower end is above the upper one.</source>
        <translation>La borne inférieure dépasse la borne supérieure.</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>Le réseau est injoignable.</translation>
    </message>
    <message>
        <source>The polygon crosses itself near {position}.</source>
        <translation>Le polygone se croise lui-même près de {position}.</translation>
    </message>
    <message>
        <source>The polygon crosses itself.</source>
        <translation>Le polygone se croise lui-même.</translation>
    </message>
    <message>
        <source>The project has no vector layer.</source>
        <translation>Le projet ne contient aucune couche vecteur.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation>Le proxy demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>The proxy needs a way of signing in that works neither here nor in QGIS. Ask for an HTTP proxy.</source>
        <translation>Le proxy exige une authentification qui ne fonctionne ni ici ni dans QGIS. Demander un proxy HTTP.</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks for a name and a password.</source>
        <translation>Le proxy {proxy} demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>The proxy {proxy} needs {scheme}, which works neither here nor in QGIS. Ask for an HTTP proxy.</source>
        <translation>Le proxy {proxy} exige {scheme}, qui ne fonctionne ni ici ni dans QGIS. Demander un proxy HTTP.</translation>
    </message>
    <message>
        <source>The quota at {place} is used up for now. Try again later.</source>
        <translation>Le quota de {place} est épuisé pour le moment. Réessayer plus tard.</translation>
    </message>
    <message>
        <source>The quota is used up for now. Try again later.</source>
        <translation>Le quota est épuisé pour le moment. Réessayer plus tard.</translation>
    </message>
    <message>
        <source>The search as text</source>
        <translation>La recherche en texte</translation>
    </message>
    <message>
        <source>The search was stopped before anything was found.</source>
        <translation>La recherche a été arrêtée avant d’avoir trouvé un produit.</translation>
    </message>
    <message>
        <source>The server answered with something that cannot be read.</source>
        <translation>Le serveur a envoyé une réponse illisible.</translation>
    </message>
    <message>
        <source>The server did not answer in time. The other results are complete without it.</source>
        <translation>Le serveur n’a pas répondu à temps. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>The server did not answer in time. What has arrived is kept.</source>
        <translation>Le serveur n’a pas répondu à temps. Ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>The server does not accept connections at the moment.</source>
        <translation>Le serveur n’accepte pas de connexions actuellement.</translation>
    </message>
    <message>
        <source>The server has a fault of its own. Try again in a while.</source>
        <translation>Le serveur a une panne interne. Réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>The server has had too many requests. Try again in a minute.</source>
        <translation>Le serveur a reçu trop de requêtes. Réessayer dans une minute.</translation>
    </message>
    <message>
        <source>The server refused the question.</source>
        <translation>Le serveur a refusé la requête.</translation>
    </message>
    <message>
        <source>The server sends the request round in circles.</source>
        <translation>Le serveur redirige la requête en boucle.</translation>
    </message>
    <message>
        <source>The server's certificate is not trusted. If your network inspects traffic, add its authority to QGIS.</source>
        <translation>Le certificat du serveur n’est pas reconnu. Si le réseau inspecte le trafic, ajouter son autorité de certification dans QGIS.</translation>
    </message>
    <message>
        <source>The server's name cannot be found. Is this computer connected to the internet?</source>
        <translation>Le nom du serveur est introuvable. Cet ordinateur est-il connecté à Internet ?</translation>
    </message>
    <message>
        <source>The text has a word that was not understood.</source>
        <translation>Un mot du texte n’a pas été compris.</translation>
    </message>
    <message>
        <source>There is no area: nothing lies inside.</source>
        <translation>La zone est vide : elle n’a pas de surface.</translation>
    </message>
    <message>
        <source>There is no collection “{word}”.</source>
        <translation>La collection « {word} » n’existe pas.</translation>
    </message>
    <message>
        <source>Thin cirrus</source>
        <translation>Cirrus fins</translation>
    </message>
    <message>
        <source>This cannot be asked.</source>
        <translation>Cette recherche n’est pas possible.</translation>
    </message>
    <message>
        <source>This collection does not depend on time.</source>
        <translation>Cette collection ne dépend pas du temps.</translation>
    </message>
    <message>
        <source>This collection has no filter “{word}”.</source>
        <translation>Cette collection n’a pas de filtre « {word} ».</translation>
    </message>
    <message>
        <source>This collection has no filters.</source>
        <translation>Cette collection n’a pas de filtre.</translation>
    </message>
    <message>
        <source>This is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</source>
        <translation>Ce n’est pas une emprise. Saisir ouest, sud, est, nord en degrés, p. ex. -9.4, 52.3, -7.6, 53.2.</translation>
    </message>
    <message>
        <source>This is not an address that can be asked.</source>
        <translation>Cette adresse n’est pas utilisable.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Cet élément n’existe plus.</translation>
    </message>
    <message>
        <source>This needs an account.</source>
        <translation>Un compte est nécessaire.</translation>
    </message>
    <message>
        <source>This product is in the archive and has to be ordered.</source>
        <translation>Ce produit est dans les archives et doit être commandé.</translation>
    </message>
    <message>
        <source>This product is in the archive of {place} and has to be ordered there.</source>
        <translation>Ce produit est dans les archives de {place} et doit y être commandé.</translation>
    </message>
    <message>
        <source>This product offers no file that can be used here.</source>
        <translation>Ce produit n’offre aucun fichier utilisable ici.</translation>
    </message>
    <message>
        <source>Those that answered have no {collection} for this area, period and filters.</source>
        <translation>Les points d’accès qui ont répondu n’ont pas {collection} pour cette zone, cette période et ces filtres.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Tick all that work without an account</source>
        <translation>Cocher ceux qui fonctionnent sans compte</translation>
    </message>
    <message>
        <source>Tick an access point.</source>
        <translation>Cocher un point d’accès.</translation>
    </message>
    <message>
        <source>Tick several access points at once</source>
        <translation>Cocher plusieurs points d’accès à la fois</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Top-of-atmosphere reflectance, 10–60 m, every 5 days, since 2015</source>
        <translation>Réflectance apparente (TOA), 10–60 m, 5 j, depuis 2015</translation>
    </message>
    <message>
        <source>Topographic casted shadows</source>
        <translation>Ombres portées du relief</translation>
    </message>
    <message>
        <source>True colour</source>
        <translation>Couleurs naturelles</translation>
    </message>
    <message>
        <source>Type a word, or browse by theme.</source>
        <translation>Saisir un mot ou parcourir par thème.</translation>
    </message>
    <message>
        <source>Type what to search, for instance sentinel 2</source>
        <translation>Chercher, p. ex. sentinel 2</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Non classé</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Utiliser ce dossier</translation>
    </message>
    <message>
        <source>VH</source>
        <translation>VH</translation>
    </message>
    <message>
        <source>VV</source>
        <translation>VV</translation>
    </message>
    <message>
        <source>Vegetation</source>
        <translation>Végétation</translation>
    </message>
    <message>
        <source>Waiting for the first answer</source>
        <translation>En attente de la première réponse</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Eau</translation>
    </message>
    <message>
        <source>West, south, east, north in degrees (EPSG:4326)</source>
        <translation>Ouest, sud, est, nord en degrés (EPSG:4326)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What went wrong stands above, with what can be done about it.</source>
        <translation>Le problème et les solutions possibles sont indiqués ci-dessus.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Where should downloads go?</source>
        <translation>Où enregistrer les téléchargements ?</translation>
    </message>
    <message>
        <source>Whole world</source>
        <translation>Monde entier</translation>
    </message>
    <message>
        <source>Winter {years}</source>
        <translation>Hiver {years}</translation>
    </message>
    <message>
        <source>With another query</source>
        <translation>Avec une autre recherche</translation>
    </message>
    <message>
        <source>With another “{title}”</source>
        <translation>Avec une autre valeur de « {title} »</translation>
    </message>
    <message>
        <source>Without the cloud filter</source>
        <translation>Sans le filtre de nuages</translation>
    </message>
    <message>
        <source>Without the filter “{title}”</source>
        <translation>Sans le filtre « {title} »</translation>
    </message>
    <message>
        <source>Without the period</source>
        <translation>Sans la période</translation>
    </message>
    <message>
        <source>Words that must be in the id, tile, platform or date. Acts on this list only.</source>
        <translation>Mots à trouver dans l’identifiant, la tuile, la plateforme ou la date. N’agit que sur cette liste.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <source>Zoom the map to the footprint (Z)</source>
        <translation>Zoomer la carte sur l’empreinte (Z)</translation>
    </message>
    <message>
        <source>Zoom to the area</source>
        <translation>Zoomer sur la zone</translation>
    </message>
    <message>
        <source>Zoom to the footprints</source>
        <translation>Zoomer sur les empreintes</translation>
    </message>
    <message>
        <source>account needed</source>
        <translation>compte requis</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>all before</source>
        <translation>jusqu’à cette date</translation>
    </message>
    <message>
        <source>all dates</source>
        <translation>toutes les dates</translation>
    </message>
    <message>
        <source>all since</source>
        <translation>depuis cette date</translation>
    </message>
    <message>
        <source>all {count} shown</source>
        <translation>{count} sur {count} affichés</translation>
    </message>
    <message>
        <source>any</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>any, for instance {example}</source>
        <translation>toutes, p. ex. {example}</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>interrogé</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>nuages</translation>
    </message>
    <message>
        <source>cloud &lt; 10 %</source>
        <translation>nuages &lt; 10 %</translation>
    </message>
    <message>
        <source>cloud &lt; 20 %</source>
        <translation>nuages &lt; 20 %</translation>
    </message>
    <message>
        <source>cloud &lt; 40 %</source>
        <translation>nuages &lt; 40 %</translation>
    </message>
    <message>
        <source>cloud unknown</source>
        <translation>nébulosité inconnue</translation>
    </message>
    <message>
        <source>cloud {number} per cent</source>
        <translation>nuages {number} pour cent</translation>
    </message>
    <message>
        <source>cloud ≥ 40 %</source>
        <translation>nuages ≥ 40 %</translation>
    </message>
    <message>
        <source>cover {share} of the area</source>
        <translation>couvrent {share} de la zone</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>couvre</translation>
    </message>
    <message>
        <source>covers {number} per cent</source>
        <translation>couvre {number} pour cent</translation>
    </message>
    <message>
        <source>covers {share}</source>
        <translation>couvre {share}</translation>
    </message>
    <message>
        <source>covers {share} of the area</source>
        <translation>couvre {share} de la zone</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>download</source>
        <translation>à télécharger</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>first {found} of {total}</source>
        <translation>{found} premiers sur {total}</translation>
    </message>
    <message>
        <source>first {found}, there are more</source>
        <translation>{found} premiers, il y en a plus</translation>
    </message>
    <message>
        <source>from</source>
        <translation>du</translation>
    </message>
    <message numerus="yes">
        <source>from %n access point(s)</source>
        <translation>
            <numerusform>de %n point d’accès</numerusform>
            <numerusform>de %n points d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>chargé</translation>
    </message>
    <message>
        <source>no account needed</source>
        <translation>sans compte</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>non coché</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>order first</source>
        <translation>à commander</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>restreint</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>search only</source>
        <translation>recherche seule</translation>
    </message>
    <message>
        <source>search only without account</source>
        <translation>sans compte : recherche seule</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionné</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>depuis {year}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>stopped at {count}</source>
        <translation>arrêté à {count}</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>en flux</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>coché</translation>
    </message>
    <message>
        <source>tile {tile}</source>
        <translation>tuile {tile}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>waiting for a free connection</source>
        <translation>en attente d’une connexion</translation>
    </message>
    <message>
        <source>west, south, east, north</source>
        <translation>ouest, sud, est, nord</translation>
    </message>
    <message>
        <source>{access_point} does not have the collection {collection}.</source>
        <translation>{access_point} n’a pas la collection {collection}.</translation>
    </message>
    <message>
        <source>{change}, {count}, show them</source>
        <translation>{change}, {count}, les afficher</translation>
    </message>
    <message>
        <source>{change}:</source>
        <translation>{change} :</translation>
    </message>
    <message>
        <source>{collection} does not depend on time; no period is sent.</source>
        <translation>{collection} ne dépend pas du temps ; aucune période n’est envoyée.</translation>
    </message>
    <message>
        <source>{count} or more</source>
        <translation>{count} ou plus</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>Sélection : {count}</translation>
    </message>
    <message>
        <source>{date} {time} UTC</source>
        <translation>{date} {time} UTC</translation>
    </message>
    <message>
        <source>{day} {time} UTC</source>
        <translation>{day} {time} UTC</translation>
    </message>
    <message>
        <source>{degrees}° E</source>
        <translation>{degrees}° E</translation>
    </message>
    <message>
        <source>{degrees}° N</source>
        <translation>{degrees}° N</translation>
    </message>
    <message>
        <source>{degrees}° S</source>
        <translation>{degrees}° S</translation>
    </message>
    <message>
        <source>{degrees}° W</source>
        <translation>{degrees}° O</translation>
    </message>
    <message>
        <source>{done} of {asked} access points done</source>
        <translation>{done} sur {asked} points d’accès</translation>
    </message>
    <message>
        <source>{file} cannot be read. Remove it and download it again.</source>
        <translation>{file} est illisible. Le supprimer et le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{filter}, at least</source>
        <translation>{filter}, au moins</translation>
    </message>
    <message>
        <source>{filter}, at most</source>
        <translation>{filter}, au plus</translation>
    </message>
    <message>
        <source>{filter}, at most, slider</source>
        <translation>{filter}, au plus, curseur</translation>
    </message>
    <message>
        <source>{filter}, separated by commas</source>
        <translation>{filter}, séparés par des virgules</translation>
    </message>
    <message>
        <source>{found}; {done} of {asked} access points done</source>
        <translation>{found} ; points d’accès terminés : {done} sur {asked}</translation>
    </message>
    <message>
        <source>{host} cannot be found. Is this computer connected to the internet?</source>
        <translation>{host} est introuvable. Cet ordinateur est-il connecté à Internet ?</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{months}, products a day</source>
        <translation>{months}, prod./jour</translation>
    </message>
    <message>
        <source>{months}, products a month</source>
        <translation>{months}, prod./mois</translation>
    </message>
    <message>
        <source>{months}, products a week</source>
        <translation>{months}, prod./semaine</translation>
    </message>
    <message>
        <source>{months}, products a year</source>
        <translation>{months}, prod./an</translation>
    </message>
    <message>
        <source>{names} did not answer</source>
        <translation>Sans réponse : {names}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <source>{number} TB</source>
        <translation>{number} To</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} octets</translation>
    </message>
    <message>
        <source>{number} gigabytes</source>
        <translation>{number} gigaoctets</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} ko</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} km²</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <source>{number} megabytes</source>
        <translation>{number} mégaoctets</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} sur {whole}</translation>
    </message>
    <message>
        <source>{place} answered incompletely, so its answer cannot be used.</source>
        <translation>{place} a envoyé une réponse incomplète, inutilisable.</translation>
    </message>
    <message>
        <source>{place} answered with a page that is not data (perhaps a login page of your network).</source>
        <translation>{place} a envoyé une page au lieu de données (peut-être la page de connexion du réseau).</translation>
    </message>
    <message>
        <source>{place} answered with something that cannot be read.</source>
        <translation>{place} a envoyé une réponse illisible.</translation>
    </message>
    <message>
        <source>{place} answered with something that cannot be used.</source>
        <translation>{place} a envoyé une réponse inutilisable.</translation>
    </message>
    <message>
        <source>{place} answered without “{key}”, so its answer cannot be used.</source>
        <translation>{place} a répondu sans « {key} » : réponse inutilisable.</translation>
    </message>
    <message>
        <source>{place} cannot be asked this.</source>
        <translation>{place} ne permet pas cette recherche.</translation>
    </message>
    <message>
        <source>{place} cannot be reached.</source>
        <translation>{place} est injoignable.</translation>
    </message>
    <message>
        <source>{place} cannot be searched without an account.</source>
        <translation>{place} nécessite un compte pour la recherche.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. The other results are complete without it.</source>
        <translation>{place} n’a pas répondu à temps. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. What has arrived is kept.</source>
        <translation>{place} n’a pas répondu à temps. Ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s. The other results are complete without it.</source>
        <translation>{place} n’a pas répondu en {seconds} s. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s. What has arrived is kept.</source>
        <translation>{place} n’a pas répondu en {seconds} s. Ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>{place} does not accept connections at the moment.</source>
        <translation>{place} n’accepte pas de connexions actuellement.</translation>
    </message>
    <message>
        <source>{place} does not have the collection {collection}.</source>
        <translation>{place} n’a pas la collection {collection}.</translation>
    </message>
    <message>
        <source>{place} does not have this any more ({status}).</source>
        <translation>{place} ne l’a plus ({status}).</translation>
    </message>
    <message>
        <source>{place} does not have this any more.</source>
        <translation>{place} ne l’a plus.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({status}). The other results are complete without it.</source>
        <translation>{place} a une panne interne ({status}). Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({status}). Try again in a while.</source>
        <translation>{place} a une panne interne ({status}). Réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own. The other results are complete without it.</source>
        <translation>{place} a une panne interne. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own. Try again in a while.</source>
        <translation>{place} a une panne interne. Réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>{place} has had too many requests. It asks to wait {seconds} s.</source>
        <translation>{place} a reçu trop de requêtes et demande d’attendre {seconds} s.</translation>
    </message>
    <message>
        <source>{place} has had too many requests. Try again in a minute.</source>
        <translation>{place} a reçu trop de requêtes. Réessayer dans une minute.</translation>
    </message>
    <message>
        <source>{place} needs an account for this ({status}).</source>
        <translation>{place} demande un compte pour cela ({status}).</translation>
    </message>
    <message>
        <source>{place} needs an account for this.</source>
        <translation>{place} demande un compte pour cela.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
    <message>
        <source>{place} refused the account ({status}). Check it, then try again.</source>
        <translation>{place} a refusé le compte ({status}). Le vérifier, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} refused the account. Check it, then try again.</source>
        <translation>{place} a refusé le compte. Le vérifier, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} refused the question ({status}).</source>
        <translation>{place} a refusé la requête ({status}).</translation>
    </message>
    <message>
        <source>{place} refused the question.</source>
        <translation>{place} a refusé la requête.</translation>
    </message>
    <message>
        <source>{place} refused the question: {detail}</source>
        <translation>{place} a refusé la requête : {detail}</translation>
    </message>
    <message>
        <source>{place} sends the request round in circles.</source>
        <translation>{place} redirige la requête en boucle.</translation>
    </message>
    <message>
        <source>{place} would ignore this, so it was filtered here: {names}</source>
        <translation>{place} ignorerait ces critères, appliqués ici : {names}</translation>
    </message>
    <message>
        <source>{place}: a licence is not accepted yet.</source>
        <translation>{place} : une licence n’est pas encore acceptée.</translation>
    </message>
    <message>
        <source>{product} offers no file that can be used here.</source>
        <translation>{product} n’offre aucun fichier utilisable ici.</translation>
    </message>
    <message>
        <source>{product} · {preset}</source>
        <translation>{product} · {preset}</translation>
    </message>
    <message>
        <source>{section}, closed</source>
        <translation>{section}, section repliée</translation>
    </message>
    <message>
        <source>{section}, open</source>
        <translation>{section}, section dépliée</translation>
    </message>
    <message>
        <source>{sentence} Shown: {products} of {time}.</source>
        <translation>{sentence} Liste affichée : {products} ({time}).</translation>
    </message>
    <message>
        <source>{shape}, {vertices}</source>
        <translation>{shape}, {vertices}</translation>
    </message>
    <message>
        <source>{share} of area</source>
        <translation>{share} de la zone</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>{shown} sur {count} affichés</translation>
    </message>
    <message>
        <source>{ticked} of {all}</source>
        <translation>{ticked} sur {all}</translation>
    </message>
    <message>
        <source>{time} UTC</source>
        <translation>{time} UTC</translation>
    </message>
    <message>
        <source>{time} today</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>{title} ({key})</source>
        <translation>{title} ({key})</translation>
    </message>
    <message>
        <source>{title} ({key}), taken by Download</source>
        <translation>{title} ({key}), inclus dans le téléchargement</translation>
    </message>
    <message>
        <source>{title} is downloaded.</source>
        <translation>{title} est téléchargé.</translation>
    </message>
    <message>
        <source>{title} is loaded. {attribution}</source>
        <translation>{title} est chargé. {attribution}</translation>
    </message>
    <message>
        <source>{title}: {size} MB in {seconds} s</source>
        <translation>{title} : {size} Mo en {seconds} s</translation>
    </message>
    <message>
        <source>{tool}, on</source>
        <translation>{tool}, activé</translation>
    </message>
    <message>
        <source>{what}, in UTC</source>
        <translation>{what}, en UTC</translation>
    </message>
    <message>
        <source>“{address}” is not an address that can be asked.</source>
        <translation>« {address} » n’est pas une adresse utilisable.</translation>
    </message>
    <message>
        <source>“{text}” is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</source>
        <translation>« {text} » n’est pas une emprise. Saisir ouest, sud, est, nord en degrés, p. ex. -9.4, 52.3, -7.6, 53.2.</translation>
    </message>
    <message>
        <source>“{word}” does not fit.</source>
        <translation>« {word} » ne convient pas.</translation>
    </message>
    <message>
        <source>“{word}” does not fit. Possible: {expected}.</source>
        <translation>« {word} » ne convient pas. Valeurs possibles : {expected}.</translation>
    </message>
    <message>
        <source>“{word}” is not a box. Write bbox=west,south,east,north in degrees.</source>
        <translation>« {word} » n’est pas une emprise. Écrire bbox=ouest,sud,est,nord en degrés.</translation>
    </message>
    <message>
        <source>“{word}” is not a period. Write 2026-08-22/2026-11-22.</source>
        <translation>« {word} » n’est pas une période. Écrire 2026-08-22/2026-11-22.</translation>
    </message>
    <message>
        <source>“{word}” is not a range. Write 10..60 or &lt;=60.</source>
        <translation>« {word} » n’est pas un intervalle. Écrire 10..60 ou &lt;=60.</translation>
    </message>
    <message>
        <source>“{word}” is outside {expected}.</source>
        <translation>« {word} » est hors de l’intervalle {expected}.</translation>
    </message>
    <message>
        <source>“{word}” is there twice.</source>
        <translation>« {word} » figure deux fois.</translation>
    </message>
    <message>
        <source>“{word}” needs a number.</source>
        <translation>« {word} » demande un nombre.</translation>
    </message>
    <message>
        <source>“{word}” was not understood.</source>
        <translation>« {word} » n’a pas été compris.</translation>
    </message>
    <message>
        <source>‹ Back to the results</source>
        <translation>‹ Retour aux résultats</translation>
    </message>
    <message>
        <source>≥ 40 %</source>
        <translation>≥ 40 %</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n téléchargement</numerusform>
            <numerusform>%n téléchargements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>encore %n seconde</numerusform>
            <numerusform>encore %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All shows the others.</source>
        <translation>« Tous » affiche les autres.</translation>
    </message>
    <message>
        <source>Cancel (Delete)</source>
        <translation>Annuler (Suppr)</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>L’annuler</translation>
    </message>
    <message>
        <source>Cancel this download? {size} that arrived would be lost.</source>
        <translation>Annuler ce téléchargement ? {size} déjà reçus seraient perdus.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Checking that all arrived</source>
        <translation>Vérification de l’intégrité</translation>
    </message>
    <message>
        <source>Choose the download folder…</source>
        <translation>Choisir le dossier de téléchargement…</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Retirer les finis</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Finis</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Failed, {size} are kept</source>
        <translation>Échec, {size} conservés</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Length checked</source>
        <translation>Taille vérifiée</translation>
    </message>
    <message>
        <source>Load (L)</source>
        <translation>Charger (L)</translation>
    </message>
    <message>
        <source>Load when done</source>
        <translation>Charger à l’arrivée</translation>
    </message>
    <message>
        <source>None in this state</source>
        <translation>Aucun dans cet état</translation>
    </message>
    <message>
        <source>Nothing downloaded yet</source>
        <translation>Aucun téléchargement</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Rien en cours</translation>
    </message>
    <message>
        <source>Open the download folder</source>
        <translation>Ouvrir le dossier de téléchargement</translation>
    </message>
    <message>
        <source>Open the folder (O)</source>
        <translation>Ouvrir le dossier (O)</translation>
    </message>
    <message>
        <source>Open the folder {folder}</source>
        <translation>Ouvrir le dossier {folder}</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Suspendre (Espace)</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout suspendre</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Reprendre (Espace)</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Select products in the Results tab and press Download. They are kept in the folder that you choose.</source>
        <translation>Sélectionner des produits dans l’onglet Résultats, puis « Télécharger ». Ils sont conservés dans le dossier choisi.</translation>
    </message>
    <message>
        <source>Take it off the list (Delete)</source>
        <translation>Retirer de la liste (Suppr)</translation>
    </message>
    <message>
        <source>Take what is done off this list; the files stay</source>
        <translation>Retirer les téléchargements finis de cette liste ; les fichiers restent</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again (R)</source>
        <translation>Réessayer (R)</translation>
    </message>
    <message>
        <source>Verified ({algorithm})</source>
        <translation>Vérifié ({algorithm})</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Waiting for a free connection to {place}</source>
        <translation>En attente d’une connexion à {place}</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En attente de son tour</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} en cours</translation>
    </message>
    <message>
        <source>{done} of {asked} done</source>
        <translation>{done} sur {asked}</translation>
    </message>
    <message>
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
    </message>
    <message>
        <source>{name}, {count}, on</source>
        <translation>{name}, {count}, activé</translation>
    </message>
    <message>
        <source>{number} MB/s</source>
        <translation>{number} Mo/s</translation>
    </message>
    <message>
        <source>{number} kB/s</source>
        <translation>{number} ko/s</translation>
    </message>
    <message>
        <source>{number} per cent</source>
        <translation>{number} pour cent</translation>
    </message>
    <message>
        <source>{place} was busy, tries again soon</source>
        <translation>{place} était occupé, nouvel essai sous peu</translation>
    </message>
    <message>
        <source>{size} free in</source>
        <translation>{size} libres dans</translation>
    </message>
    <message>
        <source>{size} in {time}</source>
        <translation>{size} en {time}</translation>
    </message>
    <message>
        <source>The download folder</source>
        <translation>Le dossier de téléchargement</translation>
    </message>
    <message>
        <source>open to all</source>
        <translation>sans compte</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are loaded.</source>
        <translation>
            <numerusform>%n couche est chargée.</numerusform>
            <numerusform>%n couches sont chargées.</numerusform>
        </translation>
    </message>
    <message>
        <source>As one mosaic</source>
        <translation>En une mosaïque</translation>
    </message>
    <message>
        <source>Load {count} products:</source>
        <translation>Charger {count} produits :</translation>
    </message>
    <message>
        <source>Select a product to see it here.</source>
        <translation>Sélectionner un produit pour l’afficher ici.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} couches</translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation>{place} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s.</source>
        <translation>{place} n’a pas répondu en {seconds} s.</translation>
    </message>
    <message>
        <source>{product} · quicklook</source>
        <translation>{product} · aperçu</translation>
    </message>
    <message>
        <source>{file} is left out: {key} {reason}</source>
        <translation>{file} est ignoré : {key} {reason}</translation>
    </message>
    <message>
        <source>The server asks for a certificate of your own, which cannot be sent yet.</source>
        <translation>Le serveur demande un certificat personnel, ce qui n’est pas encore possible.</translation>
    </message>
    <message>
        <source>{host} asks for a certificate of your own, which cannot be sent yet. Ask its operator for another way.</source>
        <translation>{host} demande un certificat personnel, ce qui n’est pas encore possible. Demander un autre moyen à son exploitant.</translation>
    </message>
    <message>
        <source>Open a saved search</source>
        <translation>Ouvrir une recherche enregistrée</translation>
    </message>
    <message>
        <source>Open a saved search…</source>
        <translation>Ouvrir une recherche enregistrée…</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>Saved searches (*{suffix})</source>
        <translation>Recherches enregistrées (*{suffix})</translation>
    </message>
</context>
</TS>
